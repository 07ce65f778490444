using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Api;

/// <summary>Reads indicators, each list in one indexed query.</summary>
public sealed class IndicatorQueries(IndicatorsDbContext db)
{
    /// <summary>Place of an indicator in the list.</summary>
    public sealed record Place(string Plan, int Task, int Ordinal);

    /// <summary>Place of an observation in its indicator's list.</summary>
    public sealed record Moment(DateTimeOffset AcceptTime, string Id);

    /// <param name="plan">plans/{plan} or empty for all.</param>
    /// <param name="task">Number of a task of that plan, or null for all.</param>
    /// <param name="withdrawn">True lists those too that nothing in force promises.</param>
    public Task<List<IndicatorRow>> ListAsync(string plan, int? task, bool withdrawn, Place? after, int count, CancellationToken cancellation)
    {
        var rows = db.Indicators.AsNoTracking();
        if (plan.Length > 0) rows = rows.Where(i => i.Plan == plan);
        if (task is not null) rows = rows.Where(i => i.TaskNumber == task);
        if (!withdrawn) rows = rows.Where(i => !i.Withdrawn);
        if (after is not null)
            rows = rows.Where(i => EF.Functions.GreaterThan(
                ValueTuple.Create(i.Plan, i.TaskNumber, i.Ordinal), ValueTuple.Create(after.Plan, after.Task, after.Ordinal)));
        return rows.OrderBy(i => i.Plan).ThenBy(i => i.TaskNumber).ThenBy(i => i.Ordinal).Take(count).ToListAsync(cancellation);
    }

    /// <summary>The indicator with its targets in order, or null.</summary>
    public Task<IndicatorRow?> FindAsync(string id, CancellationToken cancellation) =>
        db.Indicators.AsNoTracking().Include(i => i.Targets.OrderBy(t => t.Ordinal)).SingleOrDefaultAsync(i => i.Id == id, cancellation);

    /// <summary>The unit of an indicator; null where there is no such indicator.</summary>
    public Task<string?> UnitAsync(string id, CancellationToken cancellation) => db.Indicators.Where(i => i.Id == id).Select(i => (string?)i.Unit).SingleOrDefaultAsync(cancellation);

    /// <summary>Every observation of the indicator.</summary>
    public Task<List<ObservationRow>> ObservationsAsync(string indicator, CancellationToken cancellation) =>
        db.Observations.AsNoTracking().Where(o => o.IndicatorId == indicator).ToListAsync(cancellation);

    /// <summary>Observations of the indicator, newest last.</summary>
    public Task<List<ObservationRow>> ObservationsAsync(string indicator, Moment? after, int count, CancellationToken cancellation)
    {
        var rows = db.Observations.AsNoTracking().Where(o => o.IndicatorId == indicator);
        if (after is not null)
            rows = rows.Where(o => EF.Functions.GreaterThan(
                ValueTuple.Create(o.AcceptTime, o.Id), ValueTuple.Create(after.AcceptTime.ToUniversalTime(), after.Id)));
        return rows.OrderBy(o => o.AcceptTime).ThenBy(o => o.Id).Take(count).ToListAsync(cancellation);
    }
}
