namespace Suite.Indicators.Series;

/// <summary>One measure of one workstream of a task, and what is promised of it.</summary>
/// <param name="Measure">As first written.</param>
/// <param name="Points">In order of their quarters, then as the promises stand in the table.</param>
public sealed record TargetSeries(string Workstream, string Measure, string Unit, bool GrowthRate, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>The series through the promises of one measure, in the order they stand in the table.</summary>
    public static TargetSeries Through(IReadOnlyList<Promise> promises)
    {
        // The schedule says how the year is meant to go; the annual target fills in only what the schedule leaves open.
        var amounts = promises.Where(p => p.Adds).OrderBy(p => p.Annual).SelectMany(AmountsOf).ToList();
        var line = YearLine.Through(amounts);
        var named = promises.FirstOrDefault(p => !p.Annual) ?? promises[0];
        var points = promises.SelectMany(p => PointsOf(p, line)).OrderBy(p => p.Quarter).ToList();
        return new(named.Workstream, named.Measure, named.Unit, named.GrowthRate, points);
    }

    static IEnumerable<YearLine.Amount> AmountsOf(Promise promise) => promise switch
    {
        { Accumulation: Accumulation.Cumulative } => [new(1, promise.Last, promise.Value)],
        { EachQuarter: true } => QuartersOf(promise).Select(quarter => new YearLine.Amount(quarter, quarter, promise.Value)),
        _ => [new(promise.First, promise.Last, promise.Value)],
    };

    static IEnumerable<SeriesPoint> PointsOf(Promise promise, YearLine line) =>
        promise.Adds
            ? AmountsOf(promise).Select(amount => PointOf(promise, amount, line))
            : [new(promise.Last, promise.Value, null, promise.Comparator, promise.Commitment)];

    static SeriesPoint PointOf(Promise promise, YearLine.Amount amount, YearLine line)
    {
        var yearToDate = line.YearToDate(amount.First - 1) + amount.Value;
        var period = amount.First == amount.Last ? amount.Value : yearToDate - line.YearToDate(amount.Last - 1);
        return new(amount.Last, yearToDate, period, promise.Comparator, promise.Commitment);
    }

    static IEnumerable<int> QuartersOf(Promise promise) => promise.Quarters.Count == 0 ? Enumerable.Range(1, YearLine.Quarters) : promise.Quarters;
}
