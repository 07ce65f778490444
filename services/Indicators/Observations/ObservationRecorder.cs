using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Indicators.Figures;
using Suite.Indicators.Storage;
using Suite.Indicators.Targets;
using Suite.Messaging.Inbox;

namespace Suite.Indicators.Observations;

/// <summary>
/// Records the figures of an accepted report, one observation each. Where the task is not known yet they are kept without an
/// indicator; the task finds them when it comes.
/// </summary>
public sealed class ObservationRecorder(IndicatorsDbContext db, ReportFigures figures) : IEventHandler<ProgressAccepted>
{
    public async Task HandleAsync(ProgressAccepted message, CancellationToken cancellation)
    {
        // A member's figures are part of what the lead unit reports: counted too, they would count twice.
        if (message.Role != AssignmentRoles.Lead) return;
        await db.LockTaskAsync(message.Task, cancellation);
        if (await db.Observations.AnyAsync(o => o.Report == message.Report && o.Revision == message.Revision, cancellation)) return;
        var indicators = await db.Indicators.AsNoTracking().Include(i => i.Targets).Where(i => i.Task == message.Task).ToListAsync(cancellation);
        var owners = new CommitmentOwners(indicators);
        var rows = message.Figures.Select(f => RowOf(message, f, owners.Of(f.Commitment))).ToList();
        db.Observations.AddRange(rows);
        await figures.TakeOverAsync(rows, indicators, cancellation);
    }

    static ObservationRow RowOf(ProgressAccepted report, FigureFact figure, string? indicator) => new()
    {
        Report = report.Report,
        Revision = report.Revision,
        Commitment = figure.Commitment,
        Id = string.Create(
            CultureInfo.InvariantCulture, $"{ResourceNames.Last(report.Report)}-r{report.Revision}-c{ResourceNames.Last(figure.Commitment)}"),
        Task = report.Task,
        Quarter = report.Quarter,
        Period = figure.PeriodValue,
        YearToDate = figure.YearToDateValue,
        // PostgreSQL keeps times with offset zero only.
        AcceptTime = report.Reviewer.Time.ToUniversalTime(),
        Author = report.Author.Account,
        Unit = figure.Unit ?? "",
        IndicatorId = indicator,
    };
}
