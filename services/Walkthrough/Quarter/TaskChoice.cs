using Suite.Walkthrough.Gateway;
using Suite.Walkthrough.Text;

namespace Suite.Walkthrough.Quarter;

/// <summary>The task to walk with, the unit that reports on it and the commitment it answers.</summary>
sealed record ChosenTask(PlanTask Task, UnitRef Unit, Commitment Commitment);

static class TaskChoice
{
    /// <summary>The quarter that is walked through.</summary>
    public const int Quarter = 1;

    /// <summary>The first task whose lead unit the directory knows and that promises an amount for the first quarter alone.</summary>
    /// <exception cref="WalkException">There is none.</exception>
    public static async Task<ChosenTask> FindAsync(Session session, Plan plan, CancellationToken cancellation)
    {
        await foreach (var tasks in session.PagesAsync<TaskPage>($"v1/{plan.Name}/tasks?quarter={Quarter}&pageSize=100", cancellation))
            foreach (var task in tasks.Tasks)
                if (task.LeadUnits is [{ Unit.Length: > 0 } unit, ..] && Promise(task) is { } commitment)
                    return new(task, unit, commitment);
        throw new WalkException(Words.Both("NoTaskToWalk", plan.Name));
    }

    /// <summary>Everything that the quarter's report has to answer.</summary>
    public static IEnumerable<Commitment> Due(PlanTask task) =>
        from item in task.Schedule
        from commitment in item.Commitments
        let quarters = commitment.Quarters.Count > 0 ? commitment.Quarters : item.Quarters
        where item.Kind == "SCHEDULE_KIND_EACH_QUARTER" ? quarters.Contains(Quarter) : quarters.Max() == Quarter
        select commitment;

    static Commitment? Promise(PlanTask task) =>
        (from item in task.Schedule
         from commitment in item.Commitments
         where (commitment.Quarters.Count > 0 ? commitment.Quarters : item.Quarters) is [Quarter] && IsAmount(commitment)
         select commitment).FirstOrDefault();

    // Rates and levels make no series that adds up.
    static bool IsAmount(Commitment commitment) =>
        commitment is { Value.Length: > 0, GrowthRate: false, Accumulation: "ACCUMULATION_CUMULATIVE" or "ACCUMULATION_IN_PERIOD" };
}
