using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Papers;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Reports;

/// <summary>Compares a report with its data and with other versions of itself.</summary>
public sealed class ReportChecks(ReportingDbContext db, ReportPress press, ReportBinder binder)
{
    /// <summary>In the order of the text; edits that have lost their passage at the end.</summary>
    public async Task<IReadOnlyList<V1.Passage>> PassagesAsync(ReportRecord report, CancellationToken cancellation)
    {
        var edits = await db.Edits.AsNoTracking().Where(e => e.ReportId == report.Id).ToListAsync(cancellation);
        var paper = await press.ComposeAsync(report, cancellation);
        return Api.PassageMessages.Of(paper, edits);
    }

    public async Task<V1.Passage> PassageAsync(ReportRecord report, string key, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        return (await PassagesAsync(report, cancellation)).FirstOrDefault(p => p.Key == key) ?? new() { Key = key };
    }

    /// <summary>What the report would say otherwise from what is known now.</summary>
    public async Task<IReadOnlyList<FigureChange>> ChangesSinceAsync(ReportRecord report, CancellationToken cancellation)
    {
        var (now, _) = await press.ComposeNowAsync(report, look: true, cancellation);
        return FigureChange.Between(await press.FiguresAsync(report.Id, cancellation), now.Paper.Figures);
    }

    public async Task<IReadOnlyList<FigureChange>> ChangesFromBeforeAsync(ReportRecord report, CancellationToken cancellation) => report.Corrects is { } wrong
        ? FigureChange.Between(await press.FiguresAsync(wrong, cancellation), await press.FiguresAsync(report.Id, cancellation))
        : throw Problems.InvalidField("basis", "may be BASIS_PREVIOUS_VERSION only for a report that corrects another.");

    /// <summary>Makes the files again and compares them with those that are kept.</summary>
    public async Task<ReportCheck> VerifyAsync(ReportRecord report, CancellationToken cancellation)
    {
        var kept = await db.Documents.AsNoTracking().Where(d => d.ReportId == report.Id).ToListAsync(cancellation);
        var paper = (await press.ComposeAsync(report, cancellation)).Paper;
        var again = (await binder.WriteAsync(report, paper, cancellation)).ToDictionary(d => d.Format, d => ReportBinder.HashOf(d.Content));
        var altered = kept.Where(d => ReportBinder.HashOf(d.Content) != d.Sha256 || (d.Format == FileFormat.Docx && d.Sha256 != report.DocumentSha256)).ToList();
        var other = kept.Where(d => again.TryGetValue(d.Format, out var hash) && hash != d.Sha256);
        return new(
            [.. altered.Union(other).Select(d => d.Format).Order()], [.. altered.Select(d => d.Format).Order()],
            FigureChange.Between(await press.FiguresAsync(report.Id, cancellation), paper.Figures).Count);
    }
}

/// <param name="Different">Files that do not come out the same again, or do not fit their hash.</param>
/// <param name="Altered">Those of them that do not fit their hash.</param>
/// <param name="FigureChanges">Figures that come out otherwise than they were frozen.</param>
public sealed record ReportCheck(IReadOnlyList<FileFormat> Different, IReadOnlyList<FileFormat> Altered, int FigureChanges);
