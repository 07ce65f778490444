using Google.Protobuf;
using Grpc.Core;
using Suite.Auth.V1;
using Suite.Directory.Accounts;
using Suite.Directory.Keys;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Account = Suite.Directory.Accounts.Account;

namespace Suite.Directory.Api;

public sealed class AccountApi(AccountDesk desk, AccountReader accounts, TokenSettings settings, CommandRunner<DirectoryDbContext> commands)
    : AccountService.AccountServiceBase
{
    public override Task<V1.Account> CreateAccount(CreateAccountRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        var violations = new[] { AccountNames.Fault(request.AccountId, "account_id"), FirstPasswordFault(request) }.OfType<FieldViolation>().ToList();
        if (violations.Count > 0) throw Problems.InvalidFields(violations);
        var rights = AccountWire.RightsOf(request.Account ?? throw Problems.InvalidField("account", "must be given."));
        // A hash of the request is kept with its id: the password has no place in it.
        return commands.RunAsync(context, new CreateAccountRequest(request) { Password = "" }, request.RequestId, async () =>
        {
            var account = await desk.CreateAsync(request.AccountId, rights, request.Password, context.CancellationToken);
            commands.Audit(context, nameof(CreateAccount), AccountNames.Of(account.Name), new { after = Facts(account) });
            return AccountWire.Of(account);
        });
    }

    public override async Task<V1.Account> GetAccount(GetAccountRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        var account = await accounts.FindAsync(AccountNames.IdIn(request.Name, "name"), context.CancellationToken);
        return account is null ? throw Problems.NotFound("account", request.Name) : AccountWire.Of(account);
    }

    public override async Task<ListAccountsResponse> ListAccounts(ListAccountsRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<string>(request, request.PageToken);
        var found = await accounts.ListAsync(FilterOf(request), after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, (Account account) => account.Name);
        return new() { Accounts = { page.Select(AccountWire.Of) }, NextPageToken = next };
    }

    public override Task<V1.Account> UpdateAccount(UpdateAccountRequest request, ServerCallContext context)
    {
        var message = request.Account ?? throw Problems.InvalidField("account", "must be given.");
        return StepAsync(context, nameof(UpdateAccount), request, request.RequestId, message.Name, message.Etag, account =>
            desk.ChangeAsync(account, AccountWire.Apply(account, message, request.UpdateMask), context.CancellationToken), "account.name");
    }

    public override Task<V1.Account> DisableAccount(AccountStepRequest request, ServerCallContext context) =>
        StepAsync(context, nameof(DisableAccount), request, account => desk.DisableAsync(account, context.CancellationToken));

    public override Task<V1.Account> EnableAccount(AccountStepRequest request, ServerCallContext context) =>
        StepAsync(context, nameof(EnableAccount), request, async account =>
        {
            await desk.EnableAsync(account, context.CancellationToken);
            return 0;
        });

    public override Task<V1.Account> SignOutAccount(AccountStepRequest request, ServerCallContext context) =>
        StepAsync(context, nameof(SignOutAccount), request, account => desk.SignOutAsync(account, context.CancellationToken));

    public override Task<V1.Account> ResetPassword(ResetPasswordRequest request, ServerCallContext context)
    {
        var id = AccountNames.IdIn(request.Name, "name");
        if (PasswordRules.Fault("password", id, request.Password) is { } fault) throw Problems.InvalidFields([fault]);
        return StepAsync(context, nameof(ResetPassword), new ResetPasswordRequest(request) { Password = "" }, request.RequestId, request.Name, request.Etag,
            account => desk.ResetPasswordAsync(account, request.Password, context.CancellationToken));
    }

    Task<V1.Account> StepAsync(ServerCallContext context, string action, AccountStepRequest request, Func<Account, Task<int>> step) =>
        StepAsync(context, action, request, request.RequestId, request.Name, request.Etag, step);

    /// <param name="step">Answers how many sessions it ended.</param>
    Task<V1.Account> StepAsync(
        ServerCallContext context, string action, IMessage request, string requestId, string name, string etag, Func<Account, Task<int>> step,
        string field = "name")
    {
        settings.CheckOwn();
        var id = AccountNames.IdIn(name, field);
        return commands.RunAsync(context, request, requestId, async () =>
        {
            var account = await desk.TakeAsync(id, etag, context.CancellationToken);
            var before = Facts(account);
            var endedSessions = await step(account);
            commands.Audit(context, action, AccountNames.Of(id), new { before, after = Facts(account), endedSessions });
            return AccountWire.Of(account);
        });
    }

    static FieldViolation? FirstPasswordFault(CreateAccountRequest request) =>
        request.Password.Length == 0 ? null : PasswordRules.Fault("password", request.AccountId, request.Password);

    static AccountFilter FilterOf(ListAccountsRequest request) => new(
        AccountWire.UnitIn(request.Unit, "unit"), request.Role == Role.Unspecified ? null : AccountWire.Role(request.Role, "role"),
        request.State switch
        {
            AccountState.Unspecified => null,
            AccountState.Active => false,
            AccountState.Disabled => true,
            _ => throw Problems.InvalidField("state", "must be a value of AccountState."),
        });

    static object Facts(Account account) => new
    {
        account.DisplayName, account.Roles, account.UnitId, account.PersonId, disabled = account.Disabled is not null, account.MustChangePassword,
    };
}
