using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Figures;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Goals;

/// <summary>Targets as they are kept.</summary>
public sealed class GoalBook(IndicatorsDbContext db, TimeProvider clock)
{
    public const string Prefix = "targets/";

    /// <summary>Adds a decision to the current transaction.</summary>
    /// <exception cref="ProblemException">NOT_FOUND or ILLEGAL_STEP.</exception>
    public async Task<Goal> DecideAsync(int number, GoalState decision, string account, CancellationToken cancellation)
    {
        var name = Prefix + number;
        var goal = await db.Goals.FromSql($"SELECT * FROM goal WHERE number = {number} FOR UPDATE").SingleOrDefaultAsync(cancellation) ?? throw Problems.NotFound("target", name);
        if (goal.State != GoalState.Proposed) throw Problems.IllegalStep("target", name, goal.State.ToString(), "be decided again; propose another");
        if (goal.Proposer == account) throw Problems.IllegalStep("target", name, "proposed by you", "be decided by yourself");
        (goal.State, goal.Decider, goal.DecideTime) = (decision, account, FigureDesk.Micro(clock.GetUtcNow()));
        return goal;
    }

    /// <summary>The targets of a series that count, by their periods: of those approved for one the last decided.</summary>
    /// <param name="knownOn">Only those decided by then; null for now.</param>
    public async Task<IReadOnlyDictionary<int, Goal>> InForceAsync(int measure, int entity, DateTimeOffset? knownOn, CancellationToken cancellation)
    {
        var approved = await db.Goals.AsNoTracking().Where(g => g.Measure == measure && g.Entity == entity && g.State == GoalState.Approved
            && (knownOn == null || g.DecideTime <= knownOn)).ToListAsync(cancellation);
        return approved.GroupBy(g => g.Period).ToDictionary(g => g.Key, g => g.OrderBy(x => x.DecideTime).ThenBy(x => x.Number).Last());
    }
}
