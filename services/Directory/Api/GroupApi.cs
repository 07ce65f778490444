using Grpc.Core;
using Suite.Directory.Groups;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;

namespace Suite.Directory.Api;

public sealed class GroupApi(GroupReader groups, CityCalendar calendar, GroupDesk desk) : GroupService.GroupServiceBase
{
    const int MostGroups = 100;

    public override async Task<ListGroupsResponse> ListGroups(ListGroupsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<string>(request, request.PageToken);
        var (page, next) = PageToken.Cut(
            request, await groups.ListAsync(after, size + 1, context.CancellationToken), size, (UnitGroup group) => group.Id);
        return new() { Groups = { page.Select(Wire.Of) }, NextPageToken = next };
    }

    public override async Task<Group> GetGroup(GetGroupRequest request, ServerCallContext context) =>
        (await ExpandAsync([request.Name], _ => "name", request.AsOf, context))[0];

    public override async Task<BatchGetGroupsResponse> BatchGetGroups(BatchGetGroupsRequest request, ServerCallContext context)
    {
        if (request.Names.Count is 0 or > MostGroups) throw Problems.InvalidField("names", $"must hold 1 to {MostGroups} names.");
        return new() { Groups = { await ExpandAsync(request.Names, i => $"names[{i}]", request.AsOf, context) } };
    }

    public override Task<Group> CreateGroup(CreateGroupRequest request, ServerCallContext context) => desk.CreateAsync(request, context);

    public override Task<Group> UpdateGroup(UpdateGroupRequest request, ServerCallContext context) => desk.UpdateAsync(request, context);

    public override Task<Group> ChangeGroupMembers(ChangeGroupMembersRequest request, ServerCallContext context) => desk.ChangeMembersAsync(request, context);

    public override Task<Group> DissolveGroup(DissolveGroupRequest request, ServerCallContext context) => desk.DissolveAsync(request, context);

    async Task<IReadOnlyList<Group>> ExpandAsync(IReadOnlyList<string> names, Func<int, string> field, string asOf, ServerCallContext context)
    {
        var ids = names.Index().Select(n => ResourceNames.IdIn(ResourceNames.Groups, n.Item, field(n.Index))).ToList();
        var found = await groups.ExpandAsync(ids, calendar.DayIn(asOf, "as_of"), context.CancellationToken);
        return [.. ids.Select(id => found.TryGetValue(id, out var group) ? Wire.Of(group) : throw Problems.NotFound("group", ResourceNames.Group(id)))];
    }
}
