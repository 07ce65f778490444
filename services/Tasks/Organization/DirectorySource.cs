using System.Globalization;
using Google.Protobuf.Collections;
using Grpc.Core;
using Suite.Directory.V1;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Organization;

/// <summary>Reads units, groups, people and staff from the directory service, in this service's own name.</summary>
public sealed class DirectorySource(
    UnitService.UnitServiceClient units, GroupService.GroupServiceClient groups, PersonService.PersonServiceClient people, StaffService.StaffServiceClient staff)
{
    const int PageSize = 1000;
    const int GroupsPerCall = 100;

    /// <summary>Later than any day somebody plans for: the units that will last.</summary>
    const string InTheEnd = "2200-12-31";

    /// <summary>Every unit's facts of today and to come.</summary>
    /// <param name="known">Units in the copy: those that the lists no longer hold are looked up one by one.</param>
    public async Task<Dictionary<string, IReadOnlyList<KnownUnit>>> EveryUnitAsync(IReadOnlyCollection<string> known, Metadata headers, CancellationToken cancellation)
    {
        var listed = new List<Unit>();
        foreach (var day in new[] { "", InTheEnd })
            listed.AddRange(await PagesAsync(token => units.ListUnitsAsync(new() { AsOf = day, PageSize = PageSize, PageToken = token }, headers, null, cancellation),
                page => page.Units, page => page.NextPageToken));
        var found = listed.GroupBy(u => ResourceNames.IdOf(u.Name))
            .ToDictionary(g => g.Key, g => (IReadOnlyList<KnownUnit>)[.. g.Select(Of).DistinctBy(u => u.Since)]);
        // Between two lists there can be facts that neither holds, where something is planned.
        var planned = found.Where(f => f.Value.Count > 1 || f.Value[0].Until is not null).Select(f => f.Key);
        foreach (var id in planned.Concat(known.Except(found.Keys)).ToList()) found[id] = await UnitAsync(id, headers, cancellation);
        return found;
    }

    /// <summary>All facts the unit had and will have; none where the directory does not know it.</summary>
    public async Task<IReadOnlyList<KnownUnit>> UnitAsync(string id, Metadata headers, CancellationToken cancellation)
    {
        try
        {
            var found = await PagesAsync(token => units.ListUnitVersionsAsync(
                new() { Name = ResourceNames.Unit(id), PageSize = PageSize, PageToken = token }, headers, null, cancellation), page => page.Units, page => page.NextPageToken);
            return [.. found.Select(Of).DistinctBy(u => u.Since)];
        }
        catch (RpcException missing) when (missing.StatusCode == StatusCode.NotFound)
        {
            return [];
        }
    }

    public async Task<IReadOnlyList<KnownGroup>> GroupsAsync(DateOnly day, Metadata headers, CancellationToken cancellation)
    {
        var names = await PagesAsync(token => groups.ListGroupsAsync(new() { PageSize = PageSize, PageToken = token }, headers, null, cancellation),
            page => page.Groups, page => page.NextPageToken);
        var found = new List<KnownGroup>();
        foreach (var chunk in names.Select(g => g.Name).Chunk(GroupsPerCall))
        {
            var answer = await groups.BatchGetGroupsAsync(new() { Names = { chunk } }, headers, null, cancellation);
            found.AddRange(answer.Groups.Select(g => new KnownGroup
            {
                GroupId = ResourceNames.IdOf(g.Name), Name = g.DisplayName, MemberIds = [.. g.Members.Select(m => ResourceNames.IdOf(m.Name))], AsOf = day,
            }));
        }

        return found;
    }

    public async Task<(IReadOnlyList<KnownPerson> People, IReadOnlyList<KnownAbsence> Absences)> PeopleAsync(Metadata headers, CancellationToken cancellation)
    {
        var found = await PagesAsync(token => people.ListPeopleAsync(new() { AllTimes = true, PageSize = PageSize, PageToken = token }, headers, null, cancellation),
            page => page.People, page => page.NextPageToken);
        return ([.. found.Select(Of)], [.. found.SelectMany(p => p.Absences.Select(a => new KnownAbsence(
            ResourceNames.IdOf(p.Name), Day(a.EffectiveFrom) ?? DateOnly.MinValue, Day(a.EffectiveUntil) ?? DateOnly.MaxValue, ResourceNames.IdOf(a.Deputy))))]);
    }

    /// <param name="of">units/{unit} or people/{person}; empty for everybody's.</param>
    public async Task<IReadOnlyList<KnownStaff>> StaffAsync(string of, Metadata headers, CancellationToken cancellation)
    {
        var found = await PagesAsync(token => staff.ListStaffAsync(new() { Of = of, PageSize = PageSize, PageToken = token }, headers, null, cancellation),
            page => page.Staff, page => page.NextPageToken);
        return
        [
            .. found.Select(s => new KnownStaff
            {
                Account = s.Account, Name = s.DisplayName, Roles = [.. s.Roles.Select(r => r.ToString().ToLowerInvariant())],
                UnitId = Id(s.Unit), PersonId = Id(s.Person),
            }),
        ];
    }

    static async Task<List<TItem>> PagesAsync<TPage, TItem>(
        Func<string, AsyncUnaryCall<TPage>> ask, Func<TPage, RepeatedField<TItem>> items, Func<TPage, string> next)
    {
        var all = new List<TItem>();
        for (var token = ""; ;)
        {
            var page = await ask(token);
            all.AddRange(items(page));
            if ((token = next(page)).Length == 0) return all;
        }
    }

    static KnownUnit Of(Unit unit) => new()
    {
        UnitId = ResourceNames.IdOf(unit.Name), Name = unit.DisplayName, Kind = (int)unit.Kind, ParentId = Id(unit.Parent), HostId = Id(unit.Host),
        Since = Day(unit.EffectiveFrom) ?? DateOnly.MinValue, Until = Day(unit.EffectiveUntil), Successors = [.. unit.Successors.Select(ResourceNames.IdOf)],
    };

    static KnownPerson Of(Person person) => new()
    {
        PersonId = ResourceNames.IdOf(person.Name), Name = person.DisplayName,
        Posts = [.. person.Posts.Select(p => new KnownPost(
            p.Title, p.Position, p.Portfolio, [.. p.Units.Select(ResourceNames.IdOf)], Day(p.EffectiveFrom), Day(p.EffectiveUntil)))],
    };

    static string? Id(string name) => name.Length == 0 ? null : ResourceNames.IdOf(name);

    static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
