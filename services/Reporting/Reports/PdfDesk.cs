using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Documents;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Reports;

/// <summary>
/// Gives reports as PDF. A converter does not write the same bytes twice, so the first PDF of an issued report is kept with it and given from then
/// on; of what can still change it is made anew each time.
/// </summary>
public sealed class PdfDesk(DbContextOptions<ReportingDbContext> storage, PdfConverter converter)
{
    public async Task<byte[]?> FindAsync(ReportRecord report, CancellationToken cancellation)
    {
        await using var db = new ReportingDbContext(storage);
        if (await ContentAsync(db, report.Id, FileFormat.Pdf, cancellation) is { } kept) return kept;
        if (await ContentAsync(db, report.Id, FileFormat.Docx, cancellation) is not { } docx) return null;
        var made = await converter.ConvertAsync(docx, cancellation);
        if (report.State is not (ReportState.Issued or ReportState.Superseded)) return made;
        // Whoever is first decides; the other gives what the first has kept.
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO report_document (report_id, format, content, sha256) VALUES ({report.Id}, {(int)FileFormat.Pdf}, {made}, {ReportBinder.HashOf(made)}) ON CONFLICT DO NOTHING
             """, cancellation);
        return await ContentAsync(db, report.Id, FileFormat.Pdf, cancellation);
    }

    static Task<byte[]?> ContentAsync(ReportingDbContext db, string report, FileFormat format, CancellationToken cancellation) =>
        db.Documents.AsNoTracking().Where(d => d.ReportId == report && d.Format == format).Select(d => d.Content).SingleOrDefaultAsync(cancellation);
}
