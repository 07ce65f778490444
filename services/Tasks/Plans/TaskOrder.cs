using Suite.Tasks.Progress;

namespace Suite.Tasks.Plans;

/// <summary>The order of a list of tasks.</summary>
public enum TaskOrder
{
    Number = 0,

    /// <summary>The last changed first.</summary>
    Changed = 1,

    /// <summary>The worst light first, those without one last.</summary>
    Light = 2,
}

/// <summary>A task's place in a list, whatever its order.</summary>
/// <param name="Rank">Of its light: 0 for red to 4 for none.</param>
public sealed record TaskKey(int Number, DateTimeOffset UpdatedAt, int Rank)
{
    public static TaskKey Of(PlanTask task) => new(task.Number, task.UpdatedAt, task.Light switch
    {
        Light.Red => 0,
        Light.Yellow => 1,
        Light.Green => 2,
        Light.Blue => 3,
        _ => 4,
    });
}

/// <summary>Orders tasks so that pages neither repeat nor leave out what stays as it is.</summary>
static class TaskOrders
{
    /// <param name="after">The last one shown; null for the first page.</param>
    public static IQueryable<PlanTask> InOrder(this IQueryable<PlanTask> tasks, TaskOrder order, TaskKey? after) => order switch
    {
        TaskOrder.Changed => (after is null ? tasks : tasks.Where(t => t.UpdatedAt < after.UpdatedAt || (t.UpdatedAt == after.UpdatedAt && t.Number > after.Number)))
            .OrderByDescending(t => t.UpdatedAt).ThenBy(t => t.Number),
        TaskOrder.Light => tasks.Select(t => new { Task = t, Rank = t.Light == Light.Red ? 0 : t.Light == Light.Yellow ? 1 : t.Light == Light.Green ? 2 : t.Light == Light.Blue ? 3 : 4 })
            .Where(t => after == null || t.Rank > after.Rank || (t.Rank == after.Rank && t.Task.Number > after.Number))
            .OrderBy(t => t.Rank).ThenBy(t => t.Task.Number).Select(t => t.Task),
        _ => (after is null ? tasks : tasks.Where(t => t.Number > after.Number)).OrderBy(t => t.Number),
    };
}
