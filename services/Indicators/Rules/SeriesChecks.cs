using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.Indicators.Periods;
using Suite.Indicators.Wording;

namespace Suite.Indicators.Rules;

/// <summary>The rules that look at one series alone.</summary>
/// <param name="line">The series as it would be with the figures that are checked.</param>
/// <param name="known">The series as it is.</param>
public sealed class SeriesChecks(Definition definition, SortedList<int, Values> line, SortedList<int, Values> known)
{
    readonly SlipCheck _slips = new(definition, known);

    public IEnumerable<Finding> Findings(Rule rule, Cell cell)
    {
        var values = line[cell.Period.Code];
        var message = rule.Kind switch
        {
            RuleKind.Range => Range(rule, values),
            RuleKind.Jump => Jump(rule, cell.Period, values),
            RuleKind.Falling => Falling(cell.Period, values),
            RuleKind.Slip => _slips.Message(cell.Period, values),
            RuleKind.Missing => Missing(cell.Period),
            _ => null,
        };
        return message is null ? [] : [new(rule.Id, rule.Severity, cell, message)];
    }

    string? Range(Rule rule, Values values)
    {
        if ((values.Period ?? values.YearToDate) is not { } value || !(value < rule.Low || value > rule.High)) return null;
        if (rule is { Low: not null, High: not null }) return RuleWords.Format("Range", Text(value), Text(rule.Low), Text(rule.High));
        return rule.Low is null ? RuleWords.Format("RangeMost", Text(value), Text(rule.High)) : RuleWords.Format("RangeLeast", Text(value), Text(rule.Low));
    }

    string? Jump(Rule rule, Period period, Values values)
    {
        if (definition.Kind == IndicatorKind.Growth || rule.Limit is not { } limit) return null;
        var before = At(period.InYear(period.Year - 1)) ?? (definition.Accumulation == TimeAccumulation.Sum ? null : At(period.Previous));
        if (before is not { } reference || Pair(values, reference) is not var (now, then) || then == 0) return null;
        var change = Math.Abs(now / then - 1) * 100;
        return change > limit ? RuleWords.Format("Jump", Text(now), Text(then), Percent(change), Percent(limit)) : null;
    }

    string? Falling(Period period, Values values)
    {
        if (definition.Kind != IndicatorKind.Flow || definition.Accumulation != TimeAccumulation.Sum || values.YearToDate is not { } now) return null;
        var earlier = period.Number == 1 ? null : At(period.Previous)?.YearToDate;
        if (now < earlier) return RuleWords.Format("Falling", Text(now), period.Previous, Text(earlier));
        var later = period.EndsYear ? null : At(period.Next)?.YearToDate;
        return now > later ? RuleWords.Format("Falling", Text(later), period, Text(now)) : null;
    }

    string? Missing(Period period)
    {
        var at = line.IndexOfKey(period.Code);
        if (at <= 0 || line.Keys[at - 1] == period.Previous.Code) return null;
        // Where no year to date tells, what was left out matters to the year's sum.
        return RuleWords.Format("Missing", new Period(line.Keys[at - 1]).Next, period.Previous);
    }

    Values? At(Period period) => line.TryGetValue(period.Code, out var values) ? values : null;

    static (decimal Now, decimal Then)? Pair(Values now, Values then) =>
        now.Period is { } a && then.Period is { } b ? (a, b) : now.YearToDate is { } c && then.YearToDate is { } d ? (c, d) : null;

    static string Percent(decimal value) => RuleWords.Amount(decimal.Round(value, 1), "%");

    string Text(decimal? value) => RuleWords.Amount(value, definition.Unit);
}
