using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Figures;
using Suite.Indicators.Periods;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Rules;

/// <summary>
/// Looks for sums that do not fit, over what is recorded and what is about to be. A sum needs its total: so the totals are read first, and what
/// adds up to them only where there are any. Both are read many places at a time.
/// </summary>
public sealed class SumSearch(IntakeFrame frame, FigureStore store)
{
    /// <summary>Places looked at together.</summary>
    const int AtOnce = 200;

    readonly ILookup<string?, Entity> _below = frame.Entities.ToLookup(e => e.ParentId);

    /// <param name="places">Indicators and periods that are looked at.</param>
    /// <param name="pending">Candidates that would take the place of what is recorded.</param>
    /// <returns>The findings, each with the place that it was found for.</returns>
    public async Task<IReadOnlyList<((int Measure, Period Period) Place, Finding Finding)>> AtAsync(
        IReadOnlyCollection<(int Measure, Period Period)> places, IReadOnlyDictionary<Cell, Candidate> pending, CancellationToken cancellation)
    {
        var found = new List<((int, Period), Finding)>();
        foreach (var some in places.Chunk(AtOnce)) found.AddRange(await AtSomeAsync(some, pending, cancellation));
        return found;
    }

    async Task<IEnumerable<((int, Period), Finding)>> AtSomeAsync((int Measure, Period Period)[] places, IReadOnlyDictionary<Cell, Candidate> pending, CancellationToken cancellation)
    {
        var sums = places.GroupBy(p => p.Measure).SelectMany(own => SumsAt(own.Key).SelectMany(sum => own.Select(sum.At))).ToList();
        if (sums.Count == 0) return [];
        var totals = await ValuesAsync([.. sums.Select(s => s.Total)], pending, cancellation);
        var open = sums.Where(s => totals.GetValueOrDefault(s.Total) is not null).ToList();
        var parts = await ValuesAsync([.. open.SelectMany(s => s.Parts)], pending, cancellation);
        return open.Select(s => (s.Place, Finding: Of(s, totals, parts))).Where(f => f.Finding is not null).Select(f => (f.Place, f.Finding!));
    }

    /// <summary>What is to be added up for an indicator, the same in every period.</summary>
    IEnumerable<SumOf> SumsAt(int measure)
    {
        var definition = frame.Definitions[measure];
        foreach (var rule in frame.Rules.Where(r => !r.Off))
        {
            if (rule.Kind == RuleKind.Towns && rule.IsAbout(definition.Id) && definition.Aggregation == Aggregation.Sum)
                foreach (var sum in Towns(rule, definition, measure)) yield return sum;
            else if (rule.Kind == RuleKind.Parts && (rule.Definitions.Contains(definition.Id) || rule.Parts.Contains(definition.Id)))
                foreach (var sum in Parts(rule)) yield return sum;
        }
    }

    IEnumerable<SumOf> Towns(Rule rule, Definition definition, int measure)
    {
        foreach (var above in frame.Entities)
        {
            var below = _below[above.Id].Where(e => definition.EntityKinds.Length > 0 ? definition.IsAbout(e.Kind) : e.Kind is EntityKind.Town or EntityKind.Subdistrict or EntityKind.Park)
                .Select(e => (measure, e.Number)).ToList();
            if (below.Count > 0) yield return new(rule, (measure, above.Number), below);
        }
    }

    IEnumerable<SumOf> Parts(Rule rule)
    {
        var parts = rule.Parts.Where(frame.Measures.ContainsKey).Select(id => frame.Measures[id]).ToList();
        foreach (var total in rule.Definitions.Where(frame.Measures.ContainsKey))
            foreach (var entity in frame.Entities) yield return new(rule, (frame.Measures[total], entity.Number), [.. parts.Select(p => (p, entity.Number))]);
    }

    Finding? Of(Sum sum, Dictionary<Cell, decimal?> totals, Dictionary<Cell, decimal?> parts)
    {
        var definition = frame.Definitions[sum.Total.Measure];
        var values = sum.Parts.Select(p => InUnit(frame.Definitions[p.Measure], definition, parts.GetValueOrDefault(p))).ToList();
        return values.Exists(v => v is not null) ? SumChecks.Of(sum.Rule, definition, sum.Total, totals.GetValueOrDefault(sum.Total), values) : null;
    }

    static decimal? InUnit(Definition part, Definition total, decimal? value) => value is { } known ? part.Measure.Convert(known, total.Measure) : null;

    /// <summary>Pending where there is a candidate, else as recorded.</summary>
    async Task<Dictionary<Cell, decimal?>> ValuesAsync(HashSet<Cell> cells, IReadOnlyDictionary<Cell, Candidate> pending, CancellationToken cancellation)
    {
        var values = new Dictionary<Cell, decimal?>(cells.Count);
        var open = new HashSet<Cell>();
        foreach (var cell in cells)
            if (pending.TryGetValue(cell, out var candidate)) values[cell] = candidate.YearToDate ?? candidate.PeriodValue;
            else open.Add(cell);
        foreach (var block in CellBlock.Together(CellBlock.Of(open)))
            foreach (var figure in await store.LatestAsync(block, cancellation))
                if (figure.Status != FigureStatus.Forecast && open.Contains(figure.Cell)) values[figure.Cell] = figure.YearToDate ?? figure.Period;
        return values;
    }

    /// <summary>What adds up to what, whatever the period.</summary>
    sealed record SumOf(Rule Rule, (int Measure, int Entity) Total, IReadOnlyList<(int Measure, int Entity)> Parts)
    {
        public Sum At((int Measure, Period Period) place) =>
            new(place, Rule, new(Total.Measure, Total.Entity, place.Period), [.. Parts.Select(p => new Cell(p.Measure, p.Entity, place.Period))]);
    }

    sealed record Sum((int Measure, Period Period) Place, Rule Rule, Cell Total, IReadOnlyList<Cell> Parts);
}
