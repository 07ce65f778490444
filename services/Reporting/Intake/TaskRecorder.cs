using Suite.Contracts.Events.V1;
using Suite.Messaging.Inbox;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>
/// Keeps tasks as they are in force and which of their lead units have taken note. Of two revisions the higher counts, in whatever order
/// they come.
/// </summary>
public sealed class TaskRecorder(ReportingDbContext db) : IEventHandler<TaskIssued>, IEventHandler<TaskRevised>, IEventHandler<TaskAcknowledged>
{
    static readonly string[] Floors = ["GE", "GT", "EQ", "APPROX"];

    public async Task HandleAsync(TaskIssued message, CancellationToken cancellation)
    {
        await db.LockTaskAsync(message.Task, cancellation);
        if (await db.Tasks.FindAsync([message.Task], cancellation) is { } known) known.Added |= message.Added;
        else db.Tasks.Add(TaskOf(message));
    }

    public async Task HandleAsync(TaskRevised message, CancellationToken cancellation)
    {
        await db.LockTaskAsync(message.State.Task, cancellation);
        var known = await db.Tasks.FindAsync([message.State.Task], cancellation);
        var now = TaskOf(message.State);
        if (known is null) db.Tasks.Add(known = now);
        if (known.Revision >= message.Revision) return;
        (known.Section, known.Target, known.DueQuarters, known.LeadUnits, known.Promises) = (now.Section, now.Target, now.DueQuarters, now.LeadUnits, now.Promises);
        (known.Revision, known.Withdrawn) = (message.Revision, message.Withdrawn);
    }

    public async Task HandleAsync(TaskAcknowledged message, CancellationToken cancellation)
    {
        if (await db.Acknowledgements.FindAsync([message.Task, message.Unit.Unit], cancellation) is not null) return;
        db.Acknowledgements.Add(new Acknowledgement
        {
            Task = message.Task,
            Unit = message.Unit.Unit,
            Plan = message.Plan,
            Complete = message.Complete,
            Time = message.By.Time.ToUniversalTime(),
        });
    }

    static KnownTask TaskOf(TaskIssued message) => new()
    {
        Name = message.Task,
        Plan = message.Plan,
        Number = message.Number,
        Section = message.Section,
        Target = message.Target,
        DueQuarters = [.. message.DueQuarters],
        LeadUnits = [.. message.LeadUnits.Select(u => new LeadUnit(u.Unit, u.DisplayName))],
        Promises = [.. message.Commitments.Select(PromiseOf)],
        Added = message.Added,
    };

    static Promise PromiseOf(CommitmentFact fact) => new(
        fact.Commitment, fact.Annual, fact.Measure, fact.Unit ?? "", fact.Value, Floors.Contains(fact.Comparator),
        !fact.GrowthRate && fact.Accumulation != "UNDETERMINED");
}
