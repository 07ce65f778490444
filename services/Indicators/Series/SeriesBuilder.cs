namespace Suite.Indicators.Series;

/// <summary>Sorts what a task promises into series: commitments that promise the same thing form one.</summary>
public static class SeriesBuilder
{
    /// <summary>
    /// The series of a task, in the order in which the table first speaks of them. Commitments with the same workstream, measure
    /// (<see cref="MeasureName"/>), unit and kind of value are one series. The annual target names no workstream: what it promises joins
    /// the one series of the schedule with its measure and unit, and stands alone where there is none or more than one.
    /// </summary>
    /// <param name="promises">All that the task promises, in the order of the table.</param>
    public static IReadOnlyList<TargetSeries> Build(IReadOnlyList<Promise> promises)
    {
        var scheduled = promises.Where(p => !p.Annual).Select(Key.Of).Distinct().ToLookup(key => key with { Workstream = "" });
        return [.. promises.GroupBy(KeyIn).Select(group => TargetSeries.Through([.. group]))];

        Key KeyIn(Promise promise)
        {
            var key = Key.Of(promise);
            if (!promise.Annual || key.Workstream.Length > 0) return key;
            return scheduled[key].Take(2).ToList() is [var only] ? only : key;
        }
    }

    sealed record Key(string Workstream, string Measure, string Unit, bool GrowthRate)
    {
        public static Key Of(Promise promise) =>
            new(MeasureName.Fold(promise.Workstream), MeasureName.Normalise(promise.Measure), MeasureName.Fold(promise.Unit), promise.GrowthRate);
    }
}
