using Suite.Contracts.Events.V1;
using Suite.Messaging.Inbox;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>Keeps what becomes of lead units' reports once they leave their unit. Members' are part of them and not told on their own.</summary>
public sealed class ProgressRecorder(ReportingDbContext db, PlanLog log)
    : IEventHandler<ProgressSubmitted>, IEventHandler<ProgressReturned>, IEventHandler<ProgressAccepted>
{
    public Task HandleAsync(ProgressSubmitted message, CancellationToken cancellation) => AddAsync(
        message.Role, ReportStepKind.Submitted, nameof(ProgressSubmitted), message.Report, message.Revision, message.Task, message.Plan, message.Quarter, message.Unit, message.By, "", cancellation);

    public Task HandleAsync(ProgressReturned message, CancellationToken cancellation) => AddAsync(
        message.Role, ReportStepKind.Returned, nameof(ProgressReturned), message.Report, message.Revision, message.Task, message.Plan, message.Quarter, message.Unit, message.By, message.Reason, cancellation);

    public async Task HandleAsync(ProgressAccepted message, CancellationToken cancellation)
    {
        if (message.Role != AssignmentRoles.Lead) return;
        var light = LightNames.Read(message.Light, message.Report);
        await db.LockFactAsync(message.Report, cancellation);
        if (await db.AcceptedReports.FindAsync([message.Report, message.Revision], cancellation) is not null) return;
        db.AcceptedReports.Add(new AcceptedReport
        {
            Report = message.Report,
            Revision = message.Revision,
            Task = message.Task,
            Plan = message.Plan,
            Quarter = message.Quarter,
            Period = message.Period.Length > 0 ? message.Period : PeriodOf(message.Report),
            Unit = message.Unit.Unit,
            UnitName = message.Unit.DisplayName,
            Light = light,
            Narrative = message.Narrative,
            Difficulties = message.Difficulties,
            NextSteps = message.NextSteps,
            Author = SignatureOf(message.Author),
            Approver = SignatureOf(message.Approver),
            Reviewer = SignatureOf(message.Reviewer),
            Heard = await log.NextAsync(message.Plan, nameof(ProgressAccepted), message.Report, $"{message.Revision}", message.Reviewer.Time, cancellation),
            Figures = [.. message.Figures.Select((figure, at) => FigureOf(figure, at + 1))],
        });
    }

    async Task AddAsync(
        string role, ReportStepKind kind, string what, string report, int revision, string task, string plan, int quarter, UnitFact unit, ActorFact by, string reason,
        CancellationToken cancellation)
    {
        if (role != AssignmentRoles.Lead) return;
        await db.LockFactAsync(report, cancellation);
        if (await db.ReportSteps.FindAsync([report, revision, kind], cancellation) is not null) return;
        db.ReportSteps.Add(new ReportStep
        {
            Report = report,
            Revision = revision,
            Kind = kind,
            Task = task,
            Plan = plan,
            Quarter = quarter,
            Period = PeriodOf(report),
            Unit = unit.Unit,
            UnitName = unit.DisplayName,
            Account = by.Account,
            DisplayName = by.DisplayName,
            Time = by.Time.ToUniversalTime(),
            Reason = reason,
            Heard = await log.NextAsync(plan, what, report, $"{revision}", by.Time, cancellation),
        });
    }

    static AcceptedFigure FigureOf(FigureFact fact, int ordinal) => new()
    {
        Ordinal = ordinal,
        Commitment = fact.Commitment,
        Measure = fact.Measure,
        Unit = fact.Unit ?? "",
        Period = fact.PeriodValue,
        YearToDate = fact.YearToDateValue,
    };

    /// <summary>plans/{plan}/tasks/{number}/reports/{unit}-{period}</summary>
    static string PeriodOf(string report) => report[(report.LastIndexOf('-') + 1)..];

    static Signature SignatureOf(ActorFact actor) => new(actor.Account, actor.DisplayName, actor.Time.ToUniversalTime());
}
