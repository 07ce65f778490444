using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Naming;

/// <summary>What became of a decision on a name.</summary>
/// <param name="Tasks">Tasks of the draft that were resolved anew.</param>
/// <param name="Learned">The directory knows the name from now on.</param>
public sealed record Settlement(PlanName Name, int Tasks, bool Learned);

/// <summary>The office says whom a name means.</summary>
public sealed class NameDesk(TasksDbContext db, INameDirectory directory, TimeProvider clock)
{
    /// <param name="resource">Null leaves the name as it is.</param>
    /// <param name="learn">The directory may learn the name.</param>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, INVALID_FIELD.</exception>
    public async Task<Settlement> SettleAsync(NameName which, string? resource, bool learn, string etag, string reason, Actor by, CancellationToken cancellation)
    {
        await db.LockPlanAsync(which.Plan, cancellation);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == which.Plan, cancellation) ?? throw Problems.NotFound("Plan", ResourceNames.Plan(which.Plan));
        var name = await db.Names.SingleOrDefaultAsync(n => n.PlanId == which.Plan && n.Id == which.Id, cancellation) ?? throw Problems.NotFound("Name", which.ToString());
        if (etag.Length > 0 && etag != Etag.Of(name.Version)) throw Problems.StaleEtag("Name", which.ToString());
        if (resource is null && name is { Certainty: NameCertainty.Sure, SettledAs: null })
            throw Problems.InvalidField("leave", "the directory is sure of this name; say whom else it means.");
        RequireFits(name.Kind, resource);
        var displayName = resource is null ? name.Text : await directory.DisplayNameAsync(resource, cancellation);
        var learned = resource is not null && learn && await directory.LearnAsync(resource, name.Text, which.ToString(), cancellation);
        var now = clock.GetUtcNow();
        name.Settle(resource, displayName, reason, by, now);
        return new(name, plan.State == PlanState.Draft ? await ResolveAsync(name, now, cancellation) : 0, learned);
    }

    async Task<int> ResolveAsync(PlanName name, DateTimeOffset now, CancellationToken cancellation)
    {
        var settled = name.ToSettled();
        IReadOnlyCollection<string> groups = name.Kind == NameKind.Group && settled.Id is not null ? [settled.Id] : [];
        var book = new SettledNames([settled], await directory.ExpandAsync(groups, cancellation));
        var tasks = await db.Tasks.Where(t => t.PlanId == name.PlanId).ToListAsync(cancellation);
        return tasks.Count(task => task.Resolve(book.Over(task.Content, openOnly: false), now));
    }

    static void RequireFits(NameKind kind, string? resource)
    {
        if (resource is null || (resource.StartsWith(ResourceNames.Of(kind, ""), StringComparison.Ordinal) && ResourceNames.IsId(ResourceNames.IdOf(resource))
            && resource == ResourceNames.Of(kind, ResourceNames.IdOf(resource)))) return;
        throw Problems.InvalidField("resource", $"must be {ResourceNames.Of(kind, kind switch { NameKind.Unit => "{unit}", NameKind.Group => "{group}", _ => "{person}" })}.");
    }
}
