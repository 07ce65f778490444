using Suite.Directory.V1;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Naming;

/// <summary>The directory service, asked over gRPC in the caller's name.</summary>
sealed class GrpcNameDirectory(
    UnitService.UnitServiceClient units, GroupService.GroupServiceClient groups, PersonService.PersonServiceClient people) : INameDirectory
{
    const int NamesPerCall = 2000;
    const int GroupsPerCall = 100;
    const string GroupPrefix = "groups/";

    public async Task<IReadOnlyList<string>> PeopleAsync(CancellationToken cancellation)
    {
        var found = new List<string>();
        var request = new ListPeopleRequest { PageSize = 1000 };
        do
        {
            var page = await people.ListPeopleAsync(request, cancellationToken: cancellation);
            found.AddRange(page.People.Select(p => p.DisplayName));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }

    public async Task<NameBook> ResolveAsync(DocumentNames names, CancellationToken cancellation)
    {
        var bodies = await AskAsync(names.Units.Concat(names.Groups).Distinct(), (r, name) => r.Names.Add(name), r => r.Resolutions, cancellation);
        var leaders = await AskAsync(names.People, (r, name) => r.People.Add(name), r => r.People, cancellation);
        var resolvedGroups = Meanings(names.Groups, bodies, r => r.Resource.StartsWith(GroupPrefix, StringComparison.Ordinal));
        var members = await ExpandAsync([.. resolvedGroups.Values.Select(m => m.Id).OfType<string>().Distinct()], cancellation);
        return new(Meanings(names.Units, bodies, r => !r.Resource.StartsWith(GroupPrefix, StringComparison.Ordinal)), resolvedGroups,
            Meanings(names.People, leaders, _ => true), members);
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<GroupMember>>> ExpandAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var members = new Dictionary<string, IReadOnlyList<GroupMember>>();
        foreach (var chunk in ids.Chunk(GroupsPerCall))
        {
            var request = new BatchGetGroupsRequest { Names = { chunk.Select(ResourceNames.Group) } };
            var answer = await groups.BatchGetGroupsAsync(request, cancellationToken: cancellation);
            foreach (var group in answer.Groups)
                members[ResourceNames.IdOf(group.Name)] = [.. group.Members.Select(m => new GroupMember(ResourceNames.IdOf(m.Name), m.DisplayName))];
        }

        return members;
    }

    async Task<Dictionary<string, Resolution>> AskAsync(
        IEnumerable<string> names, Action<ResolveUnitsRequest, string> add, Func<ResolveUnitsResponse, IEnumerable<Resolution>> read, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Resolution>();
        foreach (var chunk in names.Chunk(NamesPerCall))
        {
            var request = new ResolveUnitsRequest();
            foreach (var name in chunk) add(request, name);
            var answer = await units.ResolveUnitsAsync(request, cancellationToken: cancellation);
            foreach (var resolution in read(answer)) found[resolution.AsWritten] = resolution;
        }

        return found;
    }

    /// <summary>A unit's place in the table takes only units, a group's only groups: the other kind counts as unresolved.</summary>
    static Dictionary<string, NameMeaning> Meanings(
        IEnumerable<string> names, Dictionary<string, Resolution> resolutions, Func<Resolution, bool> fits) =>
        names.ToDictionary(name => name, name => resolutions.TryGetValue(name, out var r) && r.Resource.Length > 0 && fits(r)
            ? new NameMeaning(ResourceNames.IdOf(r.Resource), r.DisplayName, [])
            : new NameMeaning(null, name, [.. r?.Candidates.Select(c => $"{c.DisplayName} ({c.Score})") ?? []]));
}
