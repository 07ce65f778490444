using Suite.Contracts.Events.V1;
using Suite.Messaging.Inbox;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>Keeps what becomes of progress reports once they leave their unit.</summary>
public sealed class ProgressRecorder(ReportingDbContext db)
    : IEventHandler<ProgressSubmitted>, IEventHandler<ProgressReturned>, IEventHandler<ProgressAccepted>
{
    public Task HandleAsync(ProgressSubmitted message, CancellationToken cancellation) => AddAsync(new ReportStep
    {
        Report = message.Report,
        Revision = message.Revision,
        Kind = ReportStepKind.Submitted,
        Task = message.Task,
        Plan = message.Plan,
        Quarter = message.Quarter,
        UnitName = message.Unit.DisplayName,
        Time = message.By.Time.ToUniversalTime(),
    }, cancellation);

    public Task HandleAsync(ProgressReturned message, CancellationToken cancellation) => AddAsync(new ReportStep
    {
        Report = message.Report,
        Revision = message.Revision,
        Kind = ReportStepKind.Returned,
        Task = message.Task,
        Plan = message.Plan,
        Quarter = message.Quarter,
        UnitName = message.Unit.DisplayName,
        Time = message.By.Time.ToUniversalTime(),
    }, cancellation);

    public async Task HandleAsync(ProgressAccepted message, CancellationToken cancellation)
    {
        if (await db.AcceptedReports.FindAsync([message.Report, message.Revision], cancellation) is not null) return;
        db.AcceptedReports.Add(new AcceptedReport
        {
            Report = message.Report,
            Revision = message.Revision,
            Task = message.Task,
            Plan = message.Plan,
            Quarter = message.Quarter,
            Unit = message.Unit.Unit,
            UnitName = message.Unit.DisplayName,
            Light = LightOf(message),
            Narrative = message.Narrative,
            Difficulties = message.Difficulties,
            NextSteps = message.NextSteps,
            Author = SignatureOf(message.Author),
            Approver = SignatureOf(message.Approver),
            Reviewer = SignatureOf(message.Reviewer),
            Figures = [.. message.Figures.Select((figure, at) => FigureOf(figure, at + 1))],
        });
    }

    async Task AddAsync(ReportStep step, CancellationToken cancellation)
    {
        if (await db.ReportSteps.FindAsync([step.Report, step.Revision, step.Kind], cancellation) is null) db.ReportSteps.Add(step);
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

    static Signature SignatureOf(ActorFact actor) => new(actor.Account, actor.DisplayName, actor.Time.ToUniversalTime());

    static Light LightOf(ProgressAccepted message) => message.Light switch
    {
        "GREEN" => Light.Green,
        "YELLOW" => Light.Yellow,
        "RED" => Light.Red,
        "BLUE" => Light.Blue,
        var other => throw new InvalidOperationException($"{message.Report} was accepted with the light '{other}'; GREEN, YELLOW, RED or BLUE was expected."),
    };
}
