using System.Runtime.CompilerServices;
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
    : FeedFollower<TasksDbContext, Change>(scopes, freshness, clock, logger)
{
    const string Everything = "directory";
    const string Groups = "groups/";
    const string Staff = "/staff";

    /// <summary>The directory answers every 15 seconds; a stream that says nothing for so long is dead.</summary>
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(45);

    readonly IServiceScopeFactory _scopes = scopes;
    readonly TimeProvider _clock = clock;
    DateOnly _groupsOf;

    protected override string Feed => Everything;

    protected override void Refused() => identity.Forget();

    protected override async Task<string> LastTokenAsync(CancellationToken cancellation)
    {
        var request = new ListChangesRequest { PageSize = 1000 };
        for (var more = true; more;)
        {
            var page = await changes.ListChangesAsync(request, await identity.HeadersAsync(cancellation), null, cancellation);
            (request.ResumeToken, more) = (page.ResumeToken, page.More);
        }

        return request.ResumeToken;
    }

    protected override async IAsyncEnumerable<FeedBatch<Change>> WatchAsync(string token, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var watch = changes.WatchDirectory(new() { ResumeToken = token }, await identity.HeadersAsync(cancellation), null, silence.Token);
        silence.CancelAfter(LongestSilence);
        while (await watch.ResponseStream.MoveNext(silence.Token))
        {
            silence.CancelAfter(LongestSilence);
            var told = watch.ResponseStream.Current;
            // Members of a group can be others on another day, without anything happening on it.
            var newDay = _groupsOf != time.Today;
            yield return new(newDay ? [.. told.Changes, new Change { Resource = Groups }] : told.Changes, told.ResumeToken);
        }
    }

    protected override async Task<Func<TasksDbContext, CancellationToken, Task>> ReadAsync(IReadOnlyList<Change>? told, CancellationToken cancellation)
    {
        var headers = await identity.HeadersAsync(cancellation);
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
