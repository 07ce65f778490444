using Suite.Contracts.Events.V1;
using Suite.Messaging.Inbox;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>Keeps every revision of a task and which of its lead units have taken note, in whatever order they come.</summary>
public sealed class TaskRecorder(ReportingDbContext db, PlanLog log) : IEventHandler<TaskIssued>, IEventHandler<TaskRevised>, IEventHandler<TaskAcknowledged>
{
    static readonly string[] Floors = ["GE", "GT", "EQ", "APPROX"];

    public Task HandleAsync(TaskIssued message, CancellationToken cancellation) => AddAsync(message, nameof(TaskIssued), 0, withdrawn: false, cancellation);

    public Task HandleAsync(TaskRevised message, CancellationToken cancellation) =>
        AddAsync(message.State, nameof(TaskRevised), message.Revision, message.Withdrawn, cancellation);

    public async Task HandleAsync(TaskAcknowledged message, CancellationToken cancellation)
    {
        if (message.Role != AssignmentRoles.Lead) return;
        await db.LockFactAsync(message.Task, cancellation);
        if (await db.Acknowledgements.FindAsync([message.Task, message.Unit.Unit], cancellation) is not null) return;
        db.Acknowledgements.Add(new Acknowledgement
        {
            Task = message.Task,
            Unit = message.Unit.Unit,
            Plan = message.Plan,
            Complete = message.Complete,
            Time = message.By.Time.ToUniversalTime(),
            Heard = await log.NextAsync(message.Plan, nameof(TaskAcknowledged), message.Task, message.Unit.Unit, message.By.Time, cancellation),
        });
    }

    async Task AddAsync(TaskIssued state, string kind, int revision, bool withdrawn, CancellationToken cancellation)
    {
        await db.LockFactAsync(state.Task, cancellation);
        if (await db.Tasks.FindAsync([state.Task, revision], cancellation) is not null) return;
        db.Tasks.Add(new KnownTask
        {
            Name = state.Task,
            Revision = revision,
            Plan = state.Plan,
            Number = state.Number,
            Section = state.Section,
            Target = state.Target,
            DueQuarters = [.. state.DueQuarters],
            LeadUnits = [.. state.LeadUnits.Select(UnitOf)],
            SupportingUnits = [.. state.SupportingUnits.Select(UnitOf)],
            Leaders = [.. state.Leaders.Select(l => new Leader(l.Person, l.DisplayName, l.Position))],
            Promises = [.. state.Commitments.Select(PromiseOf)],
            Withdrawn = withdrawn,
            Added = state.Added,
            Time = state.Time.ToUniversalTime(),
            Heard = await log.NextAsync(state.Plan, kind, state.Task, $"{revision}", state.Time, cancellation),
        });
    }

    static LeadUnit UnitOf(UnitFact unit) => new(unit.Unit, unit.DisplayName);

    static Promise PromiseOf(CommitmentFact fact) => new(
        fact.Commitment, fact.Annual, fact.Measure, fact.Unit ?? "", fact.Value, Floors.Contains(fact.Comparator),
        !fact.GrowthRate && fact.Accumulation != "UNDETERMINED")
    {
        GrowthRate = fact.GrowthRate,
    };
}
