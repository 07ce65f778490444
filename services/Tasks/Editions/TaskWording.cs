using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>What a task says, in force or in an edition.</summary>
/// <param name="Number">The number printed beside it.</param>
/// <param name="Task">The number it is known by in the plan; null for a task of an edition.</param>
public sealed record TaskWording(int Number, int? Task, string Section, TaskContent Content)
{
    public static TaskWording InForce(PlanTask task) => new(task.PublishedNumber, task.Number, task.Section, task.Content);

    public static TaskWording Proposed(PlanTask draft) => new(draft.Number, null, draft.Section, draft.Content);
}
