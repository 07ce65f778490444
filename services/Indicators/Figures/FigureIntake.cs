using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Periods;
using Suite.Indicators.Rules;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Figures;

/// <summary>What is needed to look at figures: definitions by the numbers of their measures, entities, rules.</summary>
public sealed record IntakeFrame(
    IReadOnlyDictionary<int, Definition> Definitions, IReadOnlyDictionary<string, int> Measures, IReadOnlyList<Entity> Entities, IReadOnlyList<Rule> Rules);

/// <summary>Looks at many candidates at once, with a few queries however many series they belong to.</summary>
public sealed class FigureIntake(IndicatorsDbContext db, FigureStore store, DefinitionBook book)
{
    /// <summary>Sums over entities or parts are looked at for at most so many indicators and periods at once; CheckFigures looks at the others.</summary>
    const int MostSums = 200;

    public async Task<IntakeFrame> FrameAsync(DateOnly day, CancellationToken cancellation)
    {
        var definitions = await book.OnAsync(day, cancellation);
        var keys = await db.MeasureKeys.AsNoTracking().Where(k => k.Name.StartsWith(DefinitionBook.Prefix)).ToListAsync(cancellation);
        var measures = keys.Where(k => definitions.ContainsKey(k.Name[DefinitionBook.Prefix.Length..])).ToDictionary(k => k.Name[DefinitionBook.Prefix.Length..], k => k.Number);
        return new(measures.ToDictionary(m => m.Value, m => definitions[m.Key]), measures,
            await db.Entities.AsNoTracking().ToListAsync(cancellation), await db.Rules.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellation));
    }

    public async Task<Intake> CheckAsync(IntakeFrame frame, IReadOnlyCollection<Candidate> candidates, CancellationToken cancellation)
    {
        var known = await KnownAsync(candidates, cancellation);
        var (fresh, doubts, contradictions) = (new List<Candidate>(candidates.Count), new List<Doubt>(), new List<Doubt>());
        foreach (var series in candidates.GroupBy(c => (c.Cell.Measure, c.Cell.Entity)))
        {
            var definition = frame.Definitions[series.Key.Measure];
            var rules = frame.Rules.Where(r => r.IsAbout(definition.Id)).ToList();
            var part = SeriesIntake.Check(definition, known.TryGetValue(series.Key, out var own) ? own : [], [.. series], rules);
            fresh.AddRange(part.New);
            doubts.AddRange(part.Doubts);
            contradictions.AddRange(part.Contradictions);
        }

        return new(fresh, doubts, contradictions);
    }

    /// <summary>Sums that candidates bring about.</summary>
    public async Task<IReadOnlyList<Doubt>> SumsAsync(IntakeFrame frame, IReadOnlyCollection<Candidate> candidates, CancellationToken cancellation)
    {
        var places = candidates.Where(c => c.Status != FigureStatus.Forecast).GroupBy(c => (c.Cell.Measure, c.Period)).Take(MostSums + 1).ToList();
        if (places.Count is 0 or > MostSums) return [];
        var sums = new SumSearch(frame, store);
        var doubts = new List<Doubt>();
        foreach (var place in places)
        {
            var pending = place.ToDictionary(c => c.Cell, c => c);
            foreach (var finding in await sums.AtAsync(place.Key.Measure, place.Key.Period, pending, cancellation)) doubts.Add(new(finding, place.First()));
        }

        return doubts;
    }

    /// <summary>
    /// What is known around the candidates: their years, since the year to date rests on them, and the same period of the years before, to compare with.
    /// </summary>
    async Task<Dictionary<(int, int), Dictionary<Cell, Figure>>> KnownAsync(IReadOnlyCollection<Candidate> candidates, CancellationToken cancellation)
    {
        var periods = candidates.Select(c => c.Period).Distinct().SelectMany(Around).Select(p => p.Code).ToHashSet();
        var found = await store.LatestAsync(
            [.. candidates.Select(c => c.Cell.Measure).Distinct()], [.. candidates.Select(c => c.Cell.Entity).Distinct()], [.. periods.Order()], cancellation);
        return found.GroupBy(f => (f.Cell.Measure, f.Cell.Entity)).ToDictionary(g => g.Key, g => g.ToDictionary(f => f.Cell));
    }

    static IEnumerable<Period> Around(Period period)
    {
        for (var number = 1; number <= Period.PerYear(period.Type); number++) yield return Period.Of(period.Type, period.Year, number);
        for (var back = 1; back <= SeriesIntake.YearsBefore; back++) yield return period.InYear(period.Year - back);
        yield return period.Number == 1 ? period.Previous : period;
    }
}
