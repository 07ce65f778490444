using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Rules;

/// <summary>A rule's place in the list.</summary>
public sealed record RuleKey(RuleKind Kind, int Version);

public sealed class RuleQuery(TasksDbContext db)
{
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<SupervisionRule> GetAsync(RuleKey key, CancellationToken cancellation) =>
        await db.SupervisionRules.AsNoTracking().SingleOrDefaultAsync(r => r.Kind == key.Kind && r.Version == key.Version, cancellation)
        ?? throw Problems.NotFound("SupervisionRule", SupervisionRule.NameOf(key.Kind, key.Version));

    /// <summary>By kind, newest version first.</summary>
    public async Task<IReadOnlyList<SupervisionRule>> ListAsync(RuleKind? kind, RuleKey? after, int count, CancellationToken cancellation)
    {
        var rules = db.SupervisionRules.AsNoTracking().Where(r => kind == null || r.Kind == kind);
        if (after is not null) rules = rules.Where(r => r.Kind > after.Kind || (r.Kind == after.Kind && r.Version < after.Version));
        return await rules.OrderBy(r => r.Kind).ThenByDescending(r => r.Version).Take(count).ToListAsync(cancellation);
    }
}
