using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Rules;

/// <summary>Makes new versions of rules. What was in force on a past day stays so: a version starts today at the earliest.</summary>
public sealed class RuleDesk(TasksDbContext db, CityTime time)
{
    /// <param name="from">The first day it is in force; null for today.</param>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public async Task<SupervisionRule> CreateAsync(IRule rule, DateOnly? from, string reason, Actor by, CancellationToken cancellation)
    {
        var day = from ?? time.Today;
        if (day < time.Today)
            throw Problems.InvalidField("supervision_rule.effective_date", $"must be today ({CityTime.Text(time.Today)}) or later: what was judged by the earlier version stays.");
        // One after the other, so that versions count without gaps.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('supervision rules'))", cancellation);
        var last = await db.SupervisionRules.Where(r => r.Kind == rule.Kind).MaxAsync(r => (int?)r.Version, cancellation) ?? 0;
        var made = SupervisionRule.Make(last + 1, rule, day, reason, by, time.Now);
        db.SupervisionRules.Add(made);
        return made;
    }
}
