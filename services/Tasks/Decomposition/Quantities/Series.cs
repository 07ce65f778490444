namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// The amounts of one measure over the quarters of one part of a task, with the year's amount where the target names it. They
/// count from 1 January where they rise to the year's amount, and within their quarters where they add up to it.
/// </summary>
internal sealed class Series(double? annual)
{
    private const double Tolerance = 0.02;
    private readonly List<(double Value, bool SaysCumulative, bool BesideCumulative)> amounts = [];
    private Accumulation? decided;

    internal void Add(double value, bool saysCumulative, bool besideCumulative) =>
        amounts.Add((value, saysCumulative, besideCumulative));

    /// <summary>How the amounts count that do not say it themselves.</summary>
    internal Accumulation Decide() => decided ??= Compare();

    private Accumulation Compare()
    {
        var silent = amounts.Where(a => !a.SaysCumulative).ToList();
        var values = silent.ConvertAll(a => a.Value);
        if (GoesOn()) return Accumulation.Cumulative;
        if (values.Count == 0) return Accumulation.Cumulative;
        if (values.Count == 1) return DecideOne(values[0]);
        if (annual is { } year && IsNear(values.Sum(), year)) return Accumulation.InPeriod;
        if (annual is { } goal && NeverFalls(values) && values[^1] >= goal * (1 - Tolerance)) return Accumulation.Cumulative;
        var explicitElsewhere = silent.Count < amounts.Count || silent.Exists(a => a.BesideCumulative);
        return Rises(values) && !explicitElsewhere ? Accumulation.Cumulative : Accumulation.InPeriod;
    }

    /// <summary>The last amount lies above what has been reached before it by amounts that say 累计.</summary>
    private bool GoesOn() => amounts.Count > 2 && !amounts[^1].SaysCumulative && amounts[^2].SaysCumulative && Rises(amounts.ConvertAll(a => a.Value));

    /// <summary>One amount that does not say it: the first of a series that does, or the whole year's.</summary>
    private Accumulation DecideOne(double value)
    {
        var first = amounts.Count > 1 && !amounts[0].SaysCumulative;
        return first || (annual is { } year && IsNear(value, year)) ? Accumulation.Cumulative : Accumulation.InPeriod;
    }

    private static bool Rises(List<double> values)
    {
        for (var i = 1; i < values.Count; i++)
            if (values[i] <= values[i - 1]) return false;
        return true;
    }

    private static bool NeverFalls(List<double> values)
    {
        for (var i = 1; i < values.Count; i++)
            if (values[i] < values[i - 1]) return false;
        return true;
    }

    private static bool IsNear(double value, double goal) => Math.Abs(value - goal) <= Math.Abs(goal) * Tolerance;
}
