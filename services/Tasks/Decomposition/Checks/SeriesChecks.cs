using System.Globalization;
using Suite.Tasks.Decomposition.Quantities;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>A task's amounts against its target and against each other, over the quarters.</summary>
internal static class SeriesChecks
{
    internal static IEnumerable<Diagnostic> Find(PlannedTask task)
    {
        var all = Promised.Of(task).Where(p => !p.Amount.GrowthRate && p.Kind.Length > 0).ToList();
        var targets = all.FindAll(p => p.Item is null && p.Adds);
        var series = all.Where(p => p.Item is { Kind: ScheduleKind.Quarters })
            .GroupBy(p => (p.Item!.Workstream, p.Core, p.Kind)).Select(g => g.OrderBy(p => p.Due).ToList()).ToList();
        return series.SelectMany(Falls)
            .Concat(series.SelectMany(s => Reaches(s, targets, series)))
            .Concat(Totals(all, targets))
            .Concat(UnitChanges(all));
    }

    private static IEnumerable<Diagnostic> Falls(List<Promised> series)
    {
        var rising = series.FindAll(p => p.Amount.Accumulation == Accumulation.Cumulative);
        for (var i = 1; i < rising.Count; i++)
            if (rising[i].Value < rising[i - 1].Value && rising[i].Due > rising[i - 1].Due)
                yield return rising[i].Raise(DiagnosticLevel.Warning, DiagnosticCode.SeriesFalls,
                    $"{rising[i].Amount.Measure} counts from 1 January and falls from {Text(rising[i - 1])} to {Text(rising[i])}.");
    }

    /// <summary>Only where one part of the task alone carries the measure; parts together are a total.</summary>
    private static IEnumerable<Diagnostic> Reaches(List<Promised> series, List<Promised> targets, List<List<Promised>> all)
    {
        var goal = targets.Find(t => t.Core == series[0].Core && t.Kind == series[0].Kind);
        if (goal is null || series[^1].Due < 4 || all.Exists(s => s != series && s[0].Core == series[0].Core && s[0].Kind == series[0].Kind)) yield break;
        var cumulative = series.FindAll(p => p.Amount.Accumulation == Accumulation.Cumulative);
        var reached = cumulative.Count > 0 ? cumulative[^1].Value : series.Sum(p => p.Value);
        if (series.Exists(p => p.Amount.Accumulation == Accumulation.Undetermined) || (cumulative.Count == 0 && series.Count < 2)) yield break;
        if (reached < goal.Value && !Scale.IsNear(reached, goal.Value))
            yield return series[^1].Raise(DiagnosticLevel.Warning, DiagnosticCode.TargetNotMet,
                $"The quarters come to {Text(reached, goal)}, the target of {goal.Amount.Measure} is {Text(goal)}.");
        else if (goal.Amount.Comparator == Comparator.Eq && !Scale.IsNear(reached, goal.Value))
            yield return series[^1].Raise(DiagnosticLevel.Notice, DiagnosticCode.TargetNotMet,
                $"The quarters come to {Text(reached, goal)}, more than the target of {goal.Amount.Measure}, {Text(goal)}.");
    }

    /// <summary>The year's amounts of several parts against the only target in that unit, where all are of one kind (投资).</summary>
    private static IEnumerable<Diagnostic> Totals(List<Promised> all, List<Promised> targets)
    {
        var parts = all.Where(p => p.Adds && p.Item is { Kind: ScheduleKind.Unmarked or ScheduleKind.AllYear, Workstream: not null }).GroupBy(p => p.Kind);
        foreach (var kind in parts.Where(k => k.Select(p => p.Item!.Workstream).Distinct().Count() > 1 && k.Select(p => p.Item!.Workstream).Distinct().Count() == k.Count()))
        {
            var sum = kind.Sum(p => p.Value);
            if (targets.FindAll(t => t.Kind == kind.Key) is [var total] && !Scale.IsNear(sum, total.Value))
                yield return total.Raise(DiagnosticLevel.Notice, DiagnosticCode.TotalDiffers,
                    $"The parts add up to {Text(sum, total)}, the target says {Text(total)}.");
        }
    }

    private static IEnumerable<Diagnostic> UnitChanges(List<Promised> all) =>
        from same in all.Where(p => p.Adds && p.Core.Length > 2).GroupBy(p => p.Core)
        let kinds = same.Select(p => p.Kind).Distinct().ToList()
        where kinds.Count > 1
        select same.First(p => p.Kind == kinds[1]).Raise(DiagnosticLevel.Notice, DiagnosticCode.UnitChanges,
            $"{same.First().Amount.Measure} is counted in {string.Join(" and in ", kinds)}.");

    private static string Text(Promised amount) =>
        (amount.Amount.MaxValue ?? amount.Amount.Value).ToString(CultureInfo.InvariantCulture) + amount.Amount.Unit;

    /// <summary>A sum in the unit of another amount.</summary>
    private static string Text(double value, Promised like)
    {
        var unit = like.Value / (double)Math.Max(like.Amount.MaxValue ?? like.Amount.Value, 0.000001m);
        return Math.Round(value / Math.Max(unit, 1), 4).ToString(CultureInfo.InvariantCulture) + like.Amount.Unit;
    }
}
