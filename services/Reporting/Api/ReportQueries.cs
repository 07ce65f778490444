using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Identity;

namespace Suite.Reporting.Api;

/// <summary>Reads frozen reports, each list in one indexed query.</summary>
public sealed class ReportQueries(ReportingDbContext db, TimeProvider clock)
{
    /// <summary>Place of a report in the list.</summary>
    public sealed record Moment(DateTimeOffset CreateTime, string Id);

    /// <summary>Place of a download in the list.</summary>
    public sealed record Taken(long Id);

    /// <summary>Place of a figure in its report.</summary>
    public sealed record Mark(int Ordinal);

    public Task<ReportRecord?> FindAsync(string id, CancellationToken cancellation) =>
        db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    /// <summary>Newest first.</summary>
    public Task<List<ReportRecord>> ListAsync(ReportFilter filter, Moment? before, int count, CancellationToken cancellation)
    {
        var reports = db.Reports.AsNoTracking();
        if (!filter.Everything) reports = reports.Where(r => r.State == ReportState.Issued || r.State == ReportState.Superseded);
        if (filter.Plan.Length > 0) reports = reports.Where(r => r.Plan == filter.Plan);
        if (filter.Subject.Length > 0) reports = reports.Where(r => r.Subject == filter.Subject);
        if (filter.Kind is { } kind) reports = reports.Where(r => r.Kind == kind);
        if (filter.State is { } state) reports = reports.Where(r => r.State == state);
        if (before is not null)
            reports = reports.Where(r => EF.Functions.LessThan(
                ValueTuple.Create(r.CreateTime, r.Id), ValueTuple.Create(before.CreateTime.ToUniversalTime(), before.Id)));
        return reports.OrderByDescending(r => r.CreateTime).ThenByDescending(r => r.Id).Take(count).ToListAsync(cancellation);
    }

    public Task<List<Reports.ReportMilestone>> MilestonesAsync(string id, CancellationToken cancellation) =>
        db.Milestones.AsNoTracking().Where(m => m.ReportId == id).OrderBy(m => m.Ordinal).ToListAsync(cancellation);

    public Task<List<V1.ReportFile>> FilesAsync(string id, CancellationToken cancellation) => db.Documents.AsNoTracking().Where(d => d.ReportId == id).OrderBy(d => d.Format)
        .Select(d => new V1.ReportFile { Format = (V1.FileFormat)(int)d.Format, Sha256 = d.Sha256, Size = d.Content.Length }).ToListAsync(cancellation);

    /// <summary>What the command has changed so far, so that it can be read again before it is committed.</summary>
    public Task SaveAsync(CancellationToken cancellation) => db.SaveChangesAsync(cancellation);

    public Task<byte[]?> DocumentAsync(string id, FileFormat format, CancellationToken cancellation) =>
        db.Documents.AsNoTracking().Where(d => d.ReportId == id && d.Format == format).Select(d => d.Content).SingleOrDefaultAsync(cancellation);

    /// <summary>Keeps who took what.</summary>
    public async Task NoteAsync(string report, FileFormat format, Caller by, CancellationToken cancellation) => await db.Downloads.AddAsync(
        new ReportDownload { ReportId = report, Format = format, Account = by.Account, DisplayName = by.DisplayName, Unit = by.Unit ?? "", Time = clock.GetUtcNow() }, cancellation);

    /// <summary>Newest first.</summary>
    public Task<List<ReportDownload>> DownloadsAsync(string report, long? before, int count, CancellationToken cancellation)
    {
        var downloads = db.Downloads.AsNoTracking().Where(d => d.ReportId == report);
        if (before is { } last) downloads = downloads.Where(d => d.Id < last);
        return downloads.OrderByDescending(d => d.Id).Take(count).ToListAsync(cancellation);
    }

    /// <summary>In order of their marks, without what stands behind them.</summary>
    public Task<List<FrozenFigure>> FiguresAsync(string report, Mark? after, int count, CancellationToken cancellation)
    {
        var first = after?.Ordinal ?? 0;
        return db.Figures.AsNoTracking().Where(f => f.ReportId == report && f.Ordinal > first).OrderBy(f => f.Ordinal).Take(count)
            .Select(f => new FrozenFigure
            {
                ReportId = f.ReportId, Key = f.Key, Ordinal = f.Ordinal, Label = f.Label, Value = f.Value, Unit = f.Unit, Formula = f.Formula, Sources = Array.Empty<FigureSource>(),
            }).ToListAsync(cancellation);
    }

    public Task<FrozenFigure?> FigureAsync(string report, int ordinal, CancellationToken cancellation) =>
        db.Figures.AsNoTracking().SingleOrDefaultAsync(f => f.ReportId == report && f.Ordinal == ordinal, cancellation);
}

/// <summary>Which reports a list shows; empty and null for any.</summary>
/// <param name="Everything">Also those that are not issued.</param>
public sealed record ReportFilter(string Plan, string Subject, PaperKind? Kind, ReportState? State, bool Everything);
