using Suite.Contracts.Events.V1;
using Suite.Messaging.Inbox;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>Keeps issued tasks and which of their lead units have taken note.</summary>
public sealed class TaskRecorder(ReportingDbContext db) : IEventHandler<TaskIssued>, IEventHandler<TaskAcknowledged>
{
    static readonly string[] Floors = ["GE", "GT", "EQ", "APPROX"];

    public async Task HandleAsync(TaskIssued message, CancellationToken cancellation)
    {
        if (await db.Tasks.FindAsync([message.Task], cancellation) is not null) return;
        db.Tasks.Add(new KnownTask
        {
            Name = message.Task,
            Plan = message.Plan,
            Number = message.Number,
            Section = message.Section,
            Target = message.Target,
            DueQuarters = [.. message.DueQuarters],
            LeadUnits = [.. message.LeadUnits.Select(u => new LeadUnit(u.Unit, u.DisplayName))],
            Promises = [.. message.Commitments.Select(PromiseOf)],
        });
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

    static Promise PromiseOf(CommitmentFact fact) => new(
        fact.Commitment, fact.Annual, fact.Measure, fact.Unit ?? "", fact.Value, Floors.Contains(fact.Comparator),
        !fact.GrowthRate && fact.Accumulation != "UNDETERMINED");
}
