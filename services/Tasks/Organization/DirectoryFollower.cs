using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Clients;
using Suite.ServiceDefaults.Feeds;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Organization;

/// <summary>Keeps the copy of the directory as new as the directory's change feed tells.</summary>
sealed class DirectoryFollower(
    ChangeService.ChangeServiceClient changes, DirectorySource source, ServiceIdentity identity, CityTime time, IServiceScopeFactory scopes,
    FeedFreshness freshness, TimeProvider clock, ILogger<DirectoryFollower> logger)
    : DirectoryFeed<TasksDbContext>(changes, identity, scopes, freshness, clock, logger)
{
    const string Groups = "groups/";
    const string Staff = "/staff";

    readonly IServiceScopeFactory _scopes = scopes;
    readonly ServiceIdentity _identity = identity;
    DateOnly _groupsOf;

    /// <summary>Members of a group can be others on another day, without anything happening on it.</summary>
    protected override IReadOnlyList<Change> Of(IReadOnlyList<Change> told) => _groupsOf == time.Today ? told : [.. told, new() { Resource = Groups }];

    protected override async Task<Func<TasksDbContext, CancellationToken, Task>> ReadAsync(IReadOnlyList<Change>? told, CancellationToken cancellation)
    {
        var headers = await _identity.HeadersAsync(cancellation);
        var resources = told?.Select(c => c.Resource).ToHashSet() ?? [Everything];
        var part = resources.Contains(Everything) ? await EverythingAsync(headers, cancellation) : await ChangedAsync(resources, headers, cancellation);
        if (part.Groups is not null) _groupsOf = time.Today;
        return (db, c) => OrganizationCopy.ApplyAsync(db, part, c);
    }

    async Task<OrganizationPart> EverythingAsync(Metadata headers, CancellationToken cancellation)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<TasksDbContext>().KnownUnits.Select(u => u.UnitId).Distinct().ToListAsync(cancellation);
        return new()
        {
            Units = await source.EveryUnitAsync(known, headers, cancellation),
            Groups = await source.GroupsAsync(time.Today, headers, cancellation),
            People = await source.PeopleAsync(headers, cancellation),
            Staff = new Dictionary<string, IReadOnlyList<KnownStaff>> { [""] = await source.StaffAsync("", headers, cancellation) },
        };
    }

    async Task<OrganizationPart> ChangedAsync(HashSet<string> resources, Metadata headers, CancellationToken cancellation)
    {
        var staff = resources.Where(r => r == Staff[1..] || r.EndsWith(Staff, StringComparison.Ordinal)).Select(r => r[..Math.Max(0, r.Length - Staff.Length)]).ToList();
        var of = staff.Contains("") ? [""] : staff;
        var units = resources.Where(r => r.StartsWith("units/", StringComparison.Ordinal) && !r.EndsWith(Staff, StringComparison.Ordinal)).Select(ResourceNames.IdOf).ToList();
        var people = resources.Any(r => r.StartsWith("people/", StringComparison.Ordinal) && !r.EndsWith(Staff, StringComparison.Ordinal));
        var groups = units.Count > 0 || resources.Any(r => r.StartsWith(Groups, StringComparison.Ordinal));
        return new()
        {
            Units = await ReadEachAsync(units, id => source.UnitAsync(id, headers, cancellation)),
            Groups = groups ? await source.GroupsAsync(time.Today, headers, cancellation) : null,
            People = people ? await source.PeopleAsync(headers, cancellation) : null,
            Staff = await ReadEachAsync(of, name => source.StaffAsync(name, headers, cancellation)),
        };
    }

    static async Task<Dictionary<string, IReadOnlyList<T>>> ReadEachAsync<T>(IEnumerable<string> names, Func<string, Task<IReadOnlyList<T>>> read)
    {
        var found = new Dictionary<string, IReadOnlyList<T>>();
        foreach (var name in names) found[name] = await read(name);
        return found;
    }
}
