using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Naming;

/// <summary>Which names of a plan to list; null members do not narrow.</summary>
/// <param name="Open">Only those that are not sure and on which nobody has decided.</param>
public sealed record NameFilter(string Plan, NameCertainty? Certainty, NameKind? Kind, bool Open);

/// <summary>A name's place in the list.</summary>
public sealed record NameKey(NameKind Kind, string Text);

/// <summary>The names of plans: kept at each import, listed, and the decisions on them.</summary>
public sealed class NameRegister(TasksDbContext db, INameDirectory directory)
{
    /// <summary>What is longer is no name that anybody could settle.</summary>
    const int LongestName = 200;

    /// <summary>Keeps what an import found.</summary>
    /// <param name="replace">True forgets names that the document does not have and on which nobody decided.</param>
    public async Task KeepAsync(string plan, IReadOnlyList<NameFinding> found, bool replace, CancellationToken cancellation)
    {
        var known = await db.Names.Where(n => n.PlanId == plan).ToDictionaryAsync(n => (n.Kind, n.Text), cancellation);
        foreach (var finding in found.Where(f => f.Text.Length <= LongestName))
        {
            if (known.Remove((finding.Kind, finding.Text), out var name)) name.Find(finding);
            else db.Names.Add(PlanName.Of(plan, finding));
        }

        if (replace) db.Names.RemoveRange(known.Values.Where(n => n.SettledAt is null));
    }

    /// <summary>What the office decided on names of the plan.</summary>
    public async Task<SettledNames> SettledAsync(string plan, CancellationToken cancellation)
    {
        var settled = await db.Names.AsNoTracking().Where(n => n.PlanId == plan && n.SettledAs != null).ToListAsync(cancellation);
        var names = settled.ConvertAll(n => n.ToSettled());
        var groups = names.Where(n => n.Kind == NameKind.Group).Select(n => n.Id!).Distinct().ToList();
        return new(names, await directory.ExpandAsync(groups, cancellation));
    }

    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<PlanName> GetAsync(NameName name, CancellationToken cancellation) =>
        await db.Names.AsNoTracking().SingleOrDefaultAsync(n => n.PlanId == name.Plan && n.Id == name.Id, cancellation)
        ?? throw Problems.NotFound("Name", name.ToString());

    /// <summary>By kind, then text.</summary>
    /// <exception cref="ProblemException">NOT_FOUND where there is no such plan.</exception>
    public async Task<IReadOnlyList<PlanName>> ListAsync(NameFilter filter, NameKey? after, int count, CancellationToken cancellation)
    {
        var names = db.Names.AsNoTracking().Where(n => n.PlanId == filter.Plan);
        if (filter.Certainty is { } certainty) names = names.Where(n => n.Certainty == certainty);
        if (filter.Kind is { } kind) names = names.Where(n => n.Kind == kind);
        if (filter.Open) names = names.Where(n => n.Certainty != NameCertainty.Sure && n.SettledAt == null);
        if (after is not null) names = names.Where(n => n.Kind > after.Kind || (n.Kind == after.Kind && string.Compare(n.Text, after.Text) > 0));
        var found = await names.OrderBy(n => n.Kind).ThenBy(n => n.Text).Take(count).ToListAsync(cancellation);
        if (found.Count == 0 && !await db.Plans.AnyAsync(p => p.Id == filter.Plan, cancellation))
            throw Problems.NotFound("Plan", ResourceNames.Plan(filter.Plan));
        return found;
    }
}
