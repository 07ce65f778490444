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
    /// <summary>With every definition of the day: for files, which may name any of them.</summary>
    public async Task<IntakeFrame> FrameAsync(DateOnly day, CancellationToken cancellation)
    {
        var keys = await db.MeasureKeys.AsNoTracking().Where(k => k.Name.StartsWith(DefinitionBook.Prefix)).ToListAsync(cancellation);
        return await FrameAsync(await book.OnAsync(day, cancellation), keys, await RulesAsync(cancellation), cancellation);
    }

    /// <summary>With some definitions, and those that rules add up with them.</summary>
    public async Task<IntakeFrame> FrameAsync(DateOnly day, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var rules = await RulesAsync(cancellation);
        var sums = rules.Where(r => r.Kind == RuleKind.Parts && r.Definitions.Concat(r.Parts).Intersect(ids).Any()).SelectMany(r => r.Definitions.Concat(r.Parts));
        var definitions = await book.OnAsync(day, [.. ids.Concat(sums).Distinct()], cancellation);
        var names = definitions.Keys.Select(id => DefinitionBook.Prefix + id).ToList();
        return await FrameAsync(definitions, await db.MeasureKeys.AsNoTracking().Where(k => names.Contains(k.Name)).ToListAsync(cancellation), rules, cancellation);
    }

    async Task<IntakeFrame> FrameAsync(Dictionary<string, Definition> definitions, List<MeasureKey> keys, List<Rule> rules, CancellationToken cancellation)
    {
        var measures = keys.Where(k => definitions.ContainsKey(k.Name[DefinitionBook.Prefix.Length..])).ToDictionary(k => k.Name[DefinitionBook.Prefix.Length..], k => k.Number);
        return new(measures.ToDictionary(m => m.Value, m => definitions[m.Key]), measures, await db.Entities.AsNoTracking().ToListAsync(cancellation), rules);
    }

    Task<List<Rule>> RulesAsync(CancellationToken cancellation) => db.Rules.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellation);

    public async Task<Intake> CheckAsync(IntakeFrame frame, IReadOnlyCollection<Candidate> candidates, CancellationToken cancellation)
    {
        var (fresh, doubts, contradictions) = (new List<Candidate>(candidates.Count), new List<Doubt>(), new List<Doubt>());
        var measures = candidates.ToLookup(c => c.Cell.Measure);
        foreach (var block in CellBlock.Together(measures.Select(Around)))
        {
            var known = (await store.LatestAsync(block, cancellation)).ToLookup(f => (f.Cell.Measure, f.Cell.Entity));
            foreach (var series in block.Measures.SelectMany(m => measures[m]).GroupBy(c => (c.Cell.Measure, c.Cell.Entity)))
            {
                var definition = frame.Definitions[series.Key.Measure];
                var rules = frame.Rules.Where(r => r.IsAbout(definition.Id)).ToList();
                var part = SeriesIntake.Check(definition, known[series.Key].ToDictionary(f => f.Cell), [.. series], rules);
                fresh.AddRange(part.New);
                doubts.AddRange(part.Doubts);
                contradictions.AddRange(part.Contradictions);
            }
        }

        return new(fresh, doubts, contradictions);
    }

    /// <summary>Sums that candidates bring about, however many indicators and periods they are of.</summary>
    public async Task<IReadOnlyList<Doubt>> SumsAsync(IntakeFrame frame, IReadOnlyCollection<Candidate> candidates, CancellationToken cancellation)
    {
        var told = candidates.Where(c => c.Status != FigureStatus.Forecast).ToDictionary(c => c.Cell);
        if (told.Count == 0) return [];
        var first = new Dictionary<(int, Period), Candidate>();
        foreach (var candidate in told.Values) first.TryAdd((candidate.Cell.Measure, candidate.Period), candidate);
        var found = await new SumSearch(frame, store).AtAsync(first.Keys, told, cancellation);
        return [.. found.Select(f => new Doubt(f.Finding, first[f.Place]))];
    }

    /// <summary>
    /// What is to be known around the candidates of an indicator: their years, since the year to date rests on them, and the same period of the years
    /// before, to compare with.
    /// </summary>
    public static CellBlock Around(IGrouping<int, Candidate> own) => new(
        [own.Key], own.Select(c => c.Cell.Entity).ToHashSet(), own.Select(c => c.Period).ToHashSet().SelectMany(Around).Select(p => p.Code).ToHashSet());

    static IEnumerable<Period> Around(Period period)
    {
        for (var number = 1; number <= Period.PerYear(period.Type); number++) yield return Period.Of(period.Type, period.Year, number);
        for (var back = 1; back <= SeriesIntake.YearsBefore; back++) yield return period.InYear(period.Year - back);
        yield return period.Number == 1 ? period.Previous : period;
    }
}
