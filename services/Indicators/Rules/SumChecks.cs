using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.Indicators.Wording;

namespace Suite.Indicators.Rules;

/// <summary>The rules that look at several series: towns against the city, parts against their total.</summary>
public static class SumChecks
{
    /// <param name="above">The value of the entity above, or the total.</param>
    /// <param name="below">The values that should add up to it; null where one is missing.</param>
    /// <param name="cell">What the finding is about.</param>
    public static Finding? Of(Rule rule, Definition definition, Cell cell, decimal? above, IReadOnlyCollection<decimal?> below)
    {
        if (above is not { } total || below.Count == 0 || rule.Limit is not { } limit) return null;
        var sum = below.Sum(v => v ?? 0);
        // While some are missing the rest may be less, but never more.
        if (below.Any(v => v is null) && sum <= total) return null;
        var apart = Math.Abs(sum - total);
        if (apart <= Math.Abs(total) * limit / 100) return null;
        return new(rule.Id, rule.Severity, cell, RuleWords.Format(
            rule.Kind == RuleKind.Towns ? "Towns" : "Parts", Text(sum), Text(total), Text(apart), RuleWords.Amount(limit, "%")));

        string Text(decimal value) => RuleWords.Amount(value, definition.Unit);
    }
}
