using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Documents;
using Suite.Reporting.Papers;
using Suite.Reporting.Storage;
using Suite.Reporting.Templates;

namespace Suite.Reporting.Reports;

/// <summary>Writes a document in its formats and keeps files and figures with their report, in the place of those it had.</summary>
public sealed class ReportBinder(ReportingDbContext db, TemplateShelf shelf)
{
    public async Task KeepAsync(ReportRecord report, Paper paper, CancellationToken cancellation)
    {
        await db.Figures.Where(f => f.ReportId == report.Id).ExecuteDeleteAsync(cancellation);
        await db.Documents.Where(d => d.ReportId == report.Id).ExecuteDeleteAsync(cancellation);
        foreach (var (format, content) in await WriteAsync(report, paper, cancellation))
            db.Documents.Add(new FrozenDocument { ReportId = report.Id, Format = format, Content = content, Sha256 = HashOf(content) });
        db.Figures.AddRange(paper.Figures.Select(figure => FrozenFigure.Of(report.Id, figure)));
        report.Title = paper.Title;
        report.FileName = paper.FileName;
        report.FigureCount = paper.Figures.Count;
        report.DocumentSha256 = db.Documents.Local.Single(d => d.ReportId == report.Id && d.Format == FileFormat.Docx).Sha256;
    }

    public async Task<IEnumerable<(FileFormat Format, byte[] Content)>> WriteAsync(ReportRecord report, Paper paper, CancellationToken cancellation) =>
        PaperWriter.WriteAll(paper, await shelf.ContentAsync(report.Template, cancellation));

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
