using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Api;

/// <summary>Reads frozen reports, each list in one indexed query.</summary>
public sealed class ReportQueries(ReportingDbContext db)
{
    /// <summary>Place of a report in the list.</summary>
    public sealed record Moment(DateTimeOffset CreateTime, string Id);

    /// <summary>Place of a figure in its report.</summary>
    public sealed record Mark(int Ordinal);

    public Task<FrozenReport?> FindAsync(string id, CancellationToken cancellation) =>
        db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    /// <summary>Newest first.</summary>
    /// <param name="plan">plans/{plan} or empty for all.</param>
    public Task<List<FrozenReport>> ListAsync(string plan, Moment? before, int count, CancellationToken cancellation)
    {
        var reports = db.Reports.AsNoTracking();
        if (plan.Length > 0) reports = reports.Where(r => r.Plan == plan);
        if (before is not null)
            reports = reports.Where(r => EF.Functions.LessThan(
                ValueTuple.Create(r.CreateTime, r.Id), ValueTuple.Create(before.CreateTime.ToUniversalTime(), before.Id)));
        return reports.OrderByDescending(r => r.CreateTime).ThenByDescending(r => r.Id).Take(count).ToListAsync(cancellation);
    }

    public Task<byte[]?> DocumentAsync(string id, CancellationToken cancellation) =>
        db.Documents.AsNoTracking().Where(d => d.ReportId == id).Select(d => d.Content).SingleOrDefaultAsync(cancellation);

    /// <summary>In order of their marks, without what stands behind them.</summary>
    public Task<List<FrozenFigure>> FiguresAsync(string report, Mark? after, int count, CancellationToken cancellation)
    {
        var first = after?.Ordinal ?? 0;
        return db.Figures.AsNoTracking().Where(f => f.ReportId == report && f.Ordinal > first).OrderBy(f => f.Ordinal).Take(count)
            .Select(f => new FrozenFigure
            {
                ReportId = f.ReportId, Ordinal = f.Ordinal, Label = f.Label, Value = f.Value, Unit = f.Unit, Formula = f.Formula, Sources = Array.Empty<Bulletins.FigureSource>(),
            }).ToListAsync(cancellation);
    }

    public Task<FrozenFigure?> FigureAsync(string report, int ordinal, CancellationToken cancellation) =>
        db.Figures.AsNoTracking().SingleOrDefaultAsync(f => f.ReportId == report && f.Ordinal == ordinal, cancellation);
}
