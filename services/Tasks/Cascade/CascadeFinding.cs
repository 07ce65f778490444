using Suite.Tasks.Plans;

namespace Suite.Tasks.Cascade;

public enum CascadeFindingKind
{
    Reworded = 1,
    Withdrawn = 2,
    Unassigned = 3,
    Closed = 4,
    CarriedOver = 5,
    Reopened = 6,
}

/// <summary>
/// What has changed above and is not settled below. It is seen by comparing the task above with what the task below took note of last, so
/// nothing that happens above can fail to be found, whoever did it and by what way.
/// </summary>
/// <param name="Before">What the task above said when it was last settled.</param>
public sealed record CascadeFinding(PlanTask Task, PlanTask Above, CascadeFindingKind Kind, TaskContent Before)
{
    /// <param name="assigned">Whether the unit still has a part in the task above.</param>
    /// <returns>Null where there is nothing to settle.</returns>
    public static CascadeFindingKind? KindOf(PlanTask task, PlanTask above, bool assigned)
    {
        var stands = Standing(above.State);
        if (task.State.IsOver()) return null;
        if (stands == TaskState.Withdrawn) return task.AboveState == TaskState.Withdrawn ? null : CascadeFindingKind.Withdrawn;
        if (above.Revision != task.AboveRevision) return assigned ? CascadeFindingKind.Reworded : CascadeFindingKind.Unassigned;
        if (stands == task.AboveState) return null;
        return stands switch
        {
            TaskState.Closed => CascadeFindingKind.Closed,
            TaskState.CarriedOver => CascadeFindingKind.CarriedOver,
            _ => CascadeFindingKind.Reopened,
        };
    }

    /// <summary>What is settled with it: what the task above says, or where it stands; of two that happened the other one stays to be settled.</summary>
    public void Note(DateTimeOffset now)
    {
        if (Kind is CascadeFindingKind.Reworded or CascadeFindingKind.Unassigned) Task.Settle(Above.Revision, Task.AboveState ?? TaskState.InProgress, now);
        else Task.Settle(Above.Revision, Standing(Above.State), now);
    }

    static TaskState Standing(TaskState state) => state.IsOver() ? state : TaskState.InProgress;
}
