using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Figures;
using Suite.Indicators.Periods;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Rules;

/// <summary>Looks for sums that do not fit, over what is recorded and what is about to be.</summary>
public sealed class SumSearch(IntakeFrame frame, FigureStore store)
{
    readonly ILookup<string?, Entity> _below = frame.Entities.ToLookup(e => e.ParentId);

    /// <param name="pending">Candidates that would take the place of what is recorded.</param>
    public async Task<IReadOnlyList<Finding>> AtAsync(
        int measure, Period period, IReadOnlyDictionary<Cell, Candidate> pending, CancellationToken cancellation)
    {
        var definition = frame.Definitions[measure];
        var rules = frame.Rules.Where(r => !r.Off && (r.Kind == RuleKind.Towns ? r.IsAbout(definition.Id) && definition.Aggregation == Aggregation.Sum
            : r.Kind == RuleKind.Parts && (r.Definitions.Contains(definition.Id) || r.Parts.Contains(definition.Id)))).ToList();
        if (rules.Count == 0) return [];
        var measures = rules.SelectMany(r => r.Definitions.Concat(r.Parts)).Append(definition.Id).Distinct().Where(frame.Measures.ContainsKey).Select(id => frame.Measures[id]).ToArray();
        var values = Values(await store.LatestAsync(measures, [.. frame.Entities.Select(e => e.Number)], period, period, null, cancellation), pending);
        return [.. rules.SelectMany(rule => rule.Kind == RuleKind.Towns ? Towns(rule, definition, measure, period, values) : Parts(rule, period, values))];
    }

    IEnumerable<Finding> Towns(Rule rule, Definition definition, int measure, Period period, Dictionary<Cell, decimal?> values)
    {
        foreach (var above in frame.Entities)
        {
            var cell = new Cell(measure, above.Number, period);
            var below = _below[above.Id].Where(e => definition.EntityKinds.Length > 0 ? definition.IsAbout(e.Kind) : e.Kind is EntityKind.Town or EntityKind.Subdistrict or EntityKind.Park)
                .Select(e => values.GetValueOrDefault(new(measure, e.Number, period))).ToList();
            if (below.Exists(v => v is not null) && SumChecks.Of(rule, definition, cell, values.GetValueOrDefault(cell), below) is { } finding) yield return finding;
        }
    }

    IEnumerable<Finding> Parts(Rule rule, Period period, Dictionary<Cell, decimal?> values)
    {
        foreach (var total in rule.Definitions.Where(frame.Measures.ContainsKey))
        foreach (var entity in frame.Entities)
        {
            var cell = new Cell(frame.Measures[total], entity.Number, period);
            var definition = frame.Definitions[cell.Measure];
            var parts = rule.Parts.Where(frame.Measures.ContainsKey).Select(id => InUnit(id, definition, values.GetValueOrDefault(cell with { Measure = frame.Measures[id] }))).ToList();
            if (parts.Exists(v => v is not null) && SumChecks.Of(rule, definition, cell, values.GetValueOrDefault(cell), parts) is { } finding) yield return finding;
        }
    }

    decimal? InUnit(string part, Definition total, decimal? value) =>
        value is { } known ? frame.Definitions[frame.Measures[part]].Measure.Convert(known, total.Measure) : null;

    static Dictionary<Cell, decimal?> Values(IEnumerable<Figure> recorded, IReadOnlyDictionary<Cell, Candidate> pending)
    {
        var values = recorded.Where(f => f.Status != FigureStatus.Forecast).ToDictionary(f => f.Cell, f => f.YearToDate ?? f.Period);
        foreach (var (cell, candidate) in pending) values[cell] = candidate.YearToDate ?? candidate.PeriodValue;
        return values;
    }
}
