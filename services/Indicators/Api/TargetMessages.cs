using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Figures;
using Suite.Indicators.Goals;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;

namespace Suite.Indicators.Api;

/// <summary>Targets as the messages of the contract.</summary>
public sealed class TargetMessages(IndicatorsDbContext db)
{
    /// <summary>The messages of targets of any series, with two queries for their names.</summary>
    public async Task<List<Target>> OfAsync(IReadOnlyCollection<Goal> goals, CancellationToken cancellation)
    {
        var (measures, entities) = (goals.Select(g => g.Measure).Distinct().ToList(), goals.Select(g => g.Entity).Distinct().ToList());
        var measure = await db.MeasureKeys.AsNoTracking().Where(k => measures.Contains(k.Number)).ToDictionaryAsync(k => k.Number, k => ResourceNames.Last(k.Name), cancellation);
        var entity = await db.Entities.AsNoTracking().Where(e => entities.Contains(e.Number)).ToDictionaryAsync(e => e.Number, e => e.Id, cancellation);
        return [.. goals.Select(g => Of(g, SeriesNames.Of(measure[g.Measure], entity[g.Entity])))];
    }

    /// <summary>A target that is not kept yet has no name.</summary>
    public static Target Of(Goal g, string series) => new()
    {
        Name = g.Number == 0 ? "" : GoalBook.Prefix + g.Number, Series = series, Period = g.By.ToString(), Value = Decimals.Text(g.Value), Comparator = g.Comparator.ToString().ToUpperInvariant(),
        State = (TargetState)g.State, Proposer = g.Proposer, ProposeTime = g.ProposeTime.ToTimestamp(), Decider = g.Decider, DecideTime = g.DecideTime?.ToTimestamp(), Why = g.Why, Source = g.Source,
    };
}
