using Grpc.Core;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Naming;

/// <summary>The directory service, asked over gRPC in the caller's name.</summary>
sealed class GrpcNameDirectory(
    UnitService.UnitServiceClient units, GroupService.GroupServiceClient groups, PersonService.PersonServiceClient people) : INameDirectory
{
    /// <summary>Few enough that whoever watches an import sees it move.</summary>
    const int NamesPerCall = 200;
    const int GroupsPerCall = 100;

    /// <summary>The directory knows no longer ones; what is longer is no name.</summary>
    const int LongestName = 200;

    const string GroupPrefix = "groups/";

    public async Task<IReadOnlyList<string>> PeopleAsync(CancellationToken cancellation) =>
        [.. (await EverybodyAsync(cancellation)).Select(p => p.DisplayName)];

    async Task<List<Person>> EverybodyAsync(CancellationToken cancellation)
    {
        var found = new List<Person>();
        var request = new ListPeopleRequest { PageSize = 1000 };
        do
        {
            var page = await people.ListPeopleAsync(request, cancellationToken: cancellation);
            found.AddRange(page.People);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }

    public async Task<NameBook> ResolveAsync(DocumentNames names, Func<int, int, Task> told, CancellationToken cancellation)
    {
        var asked = names.Units.Concat(names.Groups).Distinct().ToList();
        var (done, total) = (0, asked.Count + names.People.Count);
        Task Tell(int more) => told(done += more, total);
        await Tell(0);
        var bodies = await AskAsync(asked, (r, name) => r.Names.Add(name), r => r.Resolutions, Tell, cancellation);
        var leaders = await AskAsync(names.People, (r, name) => r.People.Add(name), r => r.People, Tell, cancellation);
        var resolvedGroups = Meanings(names.Groups, bodies, IsGroup);
        var members = await ExpandAsync([.. resolvedGroups.Values.Select(m => m.Id).OfType<string>().Distinct()], cancellation);
        return new(Meanings(names.Units, bodies, r => !IsGroup(r)), resolvedGroups,
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
        IEnumerable<string> names, Action<ResolveUnitsRequest, string> add, Func<ResolveUnitsResponse, IEnumerable<Resolution>> read,
        Func<int, Task> told, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Resolution>();
        foreach (var chunk in names.Where(n => n.Length <= LongestName).Chunk(NamesPerCall))
        {
            var request = new ResolveUnitsRequest();
            foreach (var name in chunk) add(request, name);
            var answer = await units.ResolveUnitsAsync(request, cancellationToken: cancellation);
            foreach (var resolution in read(answer)) found[resolution.AsWritten] = resolution;
            await told(chunk.Length);
        }

        return found;
    }

    /// <summary>A unit's place in the table takes only units, a group's only groups: the other kind counts as unresolved.</summary>
    static Dictionary<string, NameMeaning> Meanings(
        IEnumerable<string> names, Dictionary<string, Resolution> resolutions, Func<string, bool> fits) =>
        names.ToDictionary(name => name, name => resolutions.TryGetValue(name, out var r) && r.Resource.Length > 0 && fits(r.Resource)
            ? new NameMeaning(ResourceNames.IdOf(r.Resource), r.DisplayName, [])
            : new NameMeaning(null, name, [.. r?.Candidates.Where(c => fits(c.Resource)).Select(c => new NameCandidate(c.Resource, c.DisplayName, c.Score, (int)c.Reason)) ?? []]));

    public async Task<string> DisplayNameAsync(string resource, CancellationToken cancellation) => resource.Split('/')[0] switch
    {
        "units" => (await units.GetUnitAsync(new() { Name = resource }, cancellationToken: cancellation)).DisplayName,
        "groups" => (await groups.GetGroupAsync(new() { Name = resource }, cancellationToken: cancellation)).DisplayName,
        _ => (await EverybodyAsync(cancellation)).Find(p => p.Name == resource)?.DisplayName ?? throw Problems.NotFound("person", resource),
    };

    public async Task<bool> LearnAsync(string resource, string name, string source, CancellationToken cancellation)
    {
        try
        {
            await units.LearnAliasAsync(new() { Resource = resource, Alias = name, Source = source }, cancellationToken: cancellation);
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.AlreadyExists or StatusCode.InvalidArgument)
        {
            // Another body bears the name, or it has too many: the decision stands in the plan alone.
            return false;
        }
    }

    static bool IsGroup(string resource) => resource.StartsWith(GroupPrefix, StringComparison.Ordinal);
}
