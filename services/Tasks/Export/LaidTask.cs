using Suite.Tasks.Plans;

namespace Suite.Tasks.Export;

/// <summary>A task as the table shows it.</summary>
/// <param name="Number">What it is printed under.</param>
sealed record LaidTask(int Number, string Section, TaskContent Content)
{
    /// <summary>
    /// The tasks in force, by number: the newest edition's, or where accepted changes have left two tasks with one of those for the time being,
    /// the ones they were issued under.
    /// </summary>
    public static List<LaidTask> InForce(IEnumerable<PlanTask> tasks)
    {
        var inForce = tasks.Where(t => t.State != TaskState.Withdrawn).ToList();
        var published = inForce.DistinctBy(t => t.PublishedNumber).Count() == inForce.Count;
        return [.. inForce.Select(t => new LaidTask(published ? t.PublishedNumber : t.Number, t.Section, t.Content)).OrderBy(t => t.Number)];
    }
}
