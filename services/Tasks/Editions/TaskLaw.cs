using Suite.Tasks.Assignments;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Editions;

/// <summary>Changes an issued task without overwriting anything: what it said is kept, its assignments follow with their history.</summary>
static class TaskLaw
{
    /// <param name="assignments">Every assignment the task has or had.</param>
    public static void Reword(TasksDbContext db, PlanTask task, IReadOnlyList<Assignment> assignments, TaskWording said, ChangeCause by)
    {
        db.PastTasks.Add(PastTask.Of(task, by));
        task.Revise(said.Number, said.Section, CommitmentOrdinals.Carry(task.Content, said.Content), acknowledged: false, by.Time);
        if (AssignmentBook.Follow(db, task, assignments, by)) task.Start(by.Time);
    }

    /// <param name="assignments">Every assignment the task has or had.</param>
    public static void Withdraw(TasksDbContext db, PlanTask task, IReadOnlyList<Assignment> assignments, ChangeCause by)
    {
        db.PastTasks.Add(PastTask.Of(task, by));
        task.Withdraw(by.Time);
        AssignmentBook.Withdraw(assignments, by);
    }
}
