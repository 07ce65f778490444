using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Goals;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Figures;

/// <summary>The etag of a series: another with each figure, approved target and version of its definition.</summary>
public sealed class SeriesEtags(IndicatorsDbContext db)
{
    public async Task<string> OfAsync(KnownSeries series, CancellationToken cancellation)
    {
        var marks = await db.Database.SqlQuery<Marks>(
            $"""
             SELECT (SELECT coalesce(max(change), 0) FROM figure WHERE measure = {series.Measure} AND entity = {series.EntityNumber}) AS "Last",
                 (SELECT count(*) FROM goal WHERE measure = {series.Measure} AND entity = {series.EntityNumber} AND state = {(int)GoalState.Approved}) AS "Targets"
             """).SingleAsync(cancellation);
        var others = marks.Targets + (series.Definition?.Version ?? 1) - 1;
        return others == 0 ? marks.Last.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{marks.Last}.{others}");
    }

    sealed record Marks(long Last, long Targets);
}
