using Suite.Indicators.Definitions;
using Suite.Indicators.Periods;
using Suite.Indicators.Rules;
using Suite.Indicators.Wording;

namespace Suite.Indicators.Figures;

/// <summary>A finding with the candidate it is about.</summary>
public sealed record Doubt(Finding Finding, Candidate Candidate);

/// <summary>What became of candidates for one series.</summary>
/// <param name="New">Those that say something new.</param>
/// <param name="Contradictions">Entered periods and years to date that do not agree.</param>
public sealed record Intake(IReadOnlyList<Candidate> New, IReadOnlyList<Doubt> Doubts, IReadOnlyList<Doubt> Contradictions);

/// <summary>Looks at candidates for one series against what is known of it.</summary>
public static class SeriesIntake
{
    /// <summary>How many years before a candidate must be known for the rules to look at.</summary>
    public const int YearsBefore = 3;

    /// <param name="known">The figures that count now, of the candidates' years and <see cref="YearsBefore"/> before.</param>
    public static Intake Check(Definition definition, IReadOnlyDictionary<Cell, Figure> known, IReadOnlyList<Candidate> candidates, IReadOnlyList<Rule> rules)
    {
        var fresh = candidates.Where(c => !(known.TryGetValue(c.Cell, out var now) && now.SaysTheSame(c.At(now.KnownAt, 0, 0, 0)))).ToList();
        if (fresh.Count == 0) return new([], [], []);
        var entered = known.Values.Where(f => f.Status != FigureStatus.Forecast).ToDictionary(f => f.Cell.Period, f => new Values(f.Period, f.YearToDate));
        var before = SeriesLine.Of(entered.Select(e => (e.Key, e.Value)), definition.Accumulation);
        foreach (var candidate in fresh.Where(c => c.Status != FigureStatus.Forecast)) entered[candidate.Period] = candidate.Values;
        var after = SeriesLine.Of(entered.Select(e => (e.Key, e.Value)), definition.Accumulation);
        var checks = new SeriesChecks(definition, after, before);
        var judged = fresh.Where(c => c.Status != FigureStatus.Forecast && c.Values.Known).ToList();
        var doubts = judged.SelectMany(c => rules.SelectMany(rule => checks.Findings(rule, c.Cell)).Select(finding => new Doubt(finding, c))).ToList();
        return new(fresh, doubts, definition.Accumulation == TimeAccumulation.Sum ? Contradictions(definition, entered, after, judged) : []);
    }

    static List<Doubt> Contradictions(Definition definition, Dictionary<Period, Values> entered, SortedList<int, Values> after, List<Candidate> judged)
    {
        var found = new List<Doubt>();
        foreach (var candidate in judged)
        foreach (var period in candidate.Period.EndsYear ? [candidate.Period] : new[] { candidate.Period, candidate.Period.Next })
        {
            if (!entered.TryGetValue(period, out var own) || own is not { Period: { } amount, YearToDate: { } total }) continue;
            var before = period.Number == 1 ? 0 : after.TryGetValue(period.Previous.Code, out var last) ? last.YearToDate : null;
            if (before is not { } start || Math.Abs(start + amount - total) <= SeriesLine.Tolerance(period, definition.Decimals)) continue;
            var message = RuleWords.Format("Agree", Text(amount), Text(total), Text(start + amount));
            found.Add(new(new("agree", Severity.Hard, candidate.Cell, message), candidate));
        }

        return found;

        string Text(decimal value) => RuleWords.Amount(value, definition.Unit);
    }
}
