using Grpc.Core;
using Suite.Directory.Accounts;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Paging;

namespace Suite.Directory.Api;

public sealed class StaffApi(AccountReader accounts) : StaffService.StaffServiceBase
{
    public override async Task<ListStaffResponse> ListStaff(ListStaffRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<string>(request, request.PageToken);
        var found = await accounts.ListAsync(FilterOf(request.Of), after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, (Accounts.Account account) => account.Name);
        return new() { Staff = { page.Select(Of) }, NextPageToken = next };
    }

    static AccountFilter FilterOf(string of)
    {
        var filter = new AccountFilter(null, null, Disabled: false);
        if (of.Length == 0) return filter;
        return of.StartsWith(ResourceNames.People, StringComparison.Ordinal)
            ? filter with { PersonId = ResourceNames.IdIn(ResourceNames.People, of, "of") }
            : filter with { UnitId = ResourceNames.IdIn(ResourceNames.Units, of, "of") };
    }

    static StaffMember Of(Accounts.Account account) => new()
    {
        Account = account.Name, DisplayName = account.DisplayName, Roles = { account.Roles.Select(RoleNames.Parse) },
        Unit = account.UnitId is { } unit ? ResourceNames.Unit(unit) : "", Person = account.PersonId is { } person ? ResourceNames.Person(person) : "",
    };
}
