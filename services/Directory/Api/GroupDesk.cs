using Grpc.Core;
using Suite.Directory.Groups;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;
using UnitKind = Suite.Directory.Units.UnitKind;

namespace Suite.Directory.Api;

/// <summary>The commands on groups: translates, runs each in one transaction and notes it in the audit.</summary>
public sealed class GroupDesk(GroupChanges changes, GroupReader reader, CityCalendar calendar, DirectoryDbContext db, CommandRunner<DirectoryDbContext> commands)
{
    const int MostNames = 500;

    static readonly string[] Changeable = ["display_name", "english_name", "aliases"];

    public Task<Group> CreateAsync(CreateGroupRequest request, ServerCallContext context)
    {
        var message = request.Group ?? throw Problems.InvalidField("group", "must be given.");
        if (!ResourceNames.IsId(request.GroupId)) throw Problems.InvalidField("group_id", "must be 1 to 40 of a-z, 0-9 and '-'.");
        if (message.Name.Length > 0) throw Problems.InvalidField("group.name", "must be empty; group_id says which.");
        if (message.Kinds.Count == 0 && request.Members.Count == 0) throw Problems.InvalidField("members", "must be given where group.kinds is empty.");
        var group = Changeable.Aggregate(
            new UnitGroup { Id = request.GroupId, Name = "", EnglishName = "", Kinds = Kinds(message.Kinds) }, (g, path) => Apply(g, message, path));
        var (members, day) = (MembersIn(request.Members, "members"), Day(request.EffectiveDate));
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var created = await changes.CreateAsync(group, members, day, context.CancellationToken);
            commands.Audit(context, nameof(GroupApi.CreateGroup), ResourceNames.Group(created.Id), new { created, members, from = day });
            return await ExpandedAsync(created.Id, day, context);
        });
    }

    public Task<Group> UpdateAsync(UpdateGroupRequest request, ServerCallContext context)
    {
        var message = request.Group ?? throw Problems.InvalidField("group", "must be given.");
        var id = ResourceNames.IdIn(ResourceNames.Groups, message.Name, "group.name");
        var paths = request.UpdateMask?.Paths.Distinct().ToList() ?? [];
        if (paths.Count == 0 || paths.Except(Changeable).Any())
            throw Problems.InvalidField("update_mask", $"must name at least one of {string.Join(", ", Changeable)}, and nothing else.");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var after = await changes.RenameAsync(id, message.Etag, g => paths.Aggregate(g, (u, path) => Apply(u, message, path)), context.CancellationToken);
            commands.Audit(context, nameof(GroupApi.UpdateGroup), ResourceNames.Group(id), new { after });
            return await ExpandedAsync(id, calendar.Today, context);
        });
    }

    public Task<Group> ChangeMembersAsync(ChangeGroupMembersRequest request, ServerCallContext context)
    {
        var id = ResourceNames.IdIn(ResourceNames.Groups, request.Name, "name");
        var (add, remove, day) = (MembersIn(request.Add, "add"), MembersIn(request.Remove, "remove"), Day(request.EffectiveDate));
        if (request.Add.Count + request.Remove.Count == 0) throw Problems.InvalidField("add", "or remove must be given.");
        if (request.Add.Intersect(request.Remove).FirstOrDefault() is { } both) throw Problems.InvalidField("remove", $"must not name what add names; '{both}' is in both.");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            await changes.ChangeMembersAsync(id, request.Etag, add, remove, day, context.CancellationToken);
            commands.Audit(context, nameof(GroupApi.ChangeGroupMembers), request.Name, new { add, remove, from = day });
            return await ExpandedAsync(id, day, context);
        });
    }

    public Task<Group> DissolveAsync(DissolveGroupRequest request, ServerCallContext context)
    {
        var (id, day) = (ResourceNames.IdIn(ResourceNames.Groups, request.Name, "name"), Day(request.EffectiveDate));
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var after = await changes.DissolveAsync(id, request.Etag, day, context.CancellationToken);
            commands.Audit(context, nameof(GroupApi.DissolveGroup), request.Name, new { after });
            return await ExpandedAsync(id, day, context);
        });
    }

    async Task<Group> ExpandedAsync(string id, DateOnly day, ServerCallContext context)
    {
        await db.SaveChangesAsync(context.CancellationToken);
        return Wire.Of((await reader.ExpandAsync([id], day, context.CancellationToken))[id]);
    }

    static UnitGroup Apply(UnitGroup group, Group message, string path) => path switch
    {
        "display_name" => group with { Name = UnitInputs.Name(message.DisplayName, "group.display_name") },
        "english_name" => group with { EnglishName = UnitInputs.Name(message.EnglishName, "group.english_name") },
        _ => group with { Aliases = UnitInputs.Aliases(message.Aliases, "group.aliases") },
    };

    static UnitKind[] Kinds(IEnumerable<V1.UnitKind> kinds) => [.. kinds.Select(k => UnitInputs.Kind(k, "group.kinds")).Distinct()];

    static Members MembersIn(IReadOnlyList<string> names, string field)
    {
        if (names.Count > MostNames) throw Problems.InvalidField(field, $"must be at most {MostNames}.");
        var (units, groups) = (new List<string>(), new List<string>());
        foreach (var (at, name) in names.Index())
        {
            if (name.StartsWith(ResourceNames.Groups, StringComparison.Ordinal)) groups.Add(ResourceNames.IdIn(ResourceNames.Groups, name, $"{field}[{at}]"));
            else units.Add(ResourceNames.IdIn(ResourceNames.Units, name, $"{field}[{at}]"));
        }

        return new([.. units.Distinct()], [.. groups.Distinct()]);
    }

    DateOnly Day(string text) => calendar.DayIn(text, "effective_date");
}
