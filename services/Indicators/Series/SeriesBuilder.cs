using Suite.Indicators.Quantities;

namespace Suite.Indicators.Series;

/// <summary>Sorts what a task promises into series: commitments that promise the same thing form one.</summary>
public static class SeriesBuilder
{
    /// <summary>
    /// The series of a task, in the order in which the table first speaks of them. Commitments of the schedule with the same workstream, measure
    /// (<see cref="MeasureName"/>), unit and kind of value are one series; so are those of one workstream that say in other words of other quarters
    /// what the year goes on with. The annual target names no workstream: what it promises joins the one series of the schedule with its measure,
    /// in whatever magnitude, or else the one whose name it shares most of; it stands alone where there is none or more than one.
    /// </summary>
    /// <param name="promises">All that the task promises, in the order of the table.</param>
    public static IReadOnlyList<TargetSeries> Build(IReadOnlyList<Promise> promises) => [.. Groups(promises).Select(TargetSeries.Through)];

    /// <summary>The promises of each series, in its unit.</summary>
    public static IReadOnlyList<IReadOnlyList<Promise>> Groups(IReadOnlyList<Promise> promises)
    {
        var scheduled = Continued(promises);
        var keys = scheduled.Values.Distinct().ToList();
        var joins = Joins(promises.Where(p => p.Annual).Select(SeriesKey.Of).Distinct().ToList(), keys);
        return [.. promises.GroupBy(p => p.Annual ? joins.GetValueOrDefault(SeriesKey.Of(p), SeriesKey.Of(p)) : scheduled[SeriesKey.Of(p)]).Select(group => Consistent(InOneUnit([.. group])))];
    }

    /// <summary>The series of each key of the schedule: its own, or an earlier one that it goes on with.</summary>
    static Dictionary<SeriesKey, SeriesKey> Continued(IReadOnlyList<Promise> promises)
    {
        var (series, quarters) = (new Dictionary<SeriesKey, SeriesKey>(), new Dictionary<SeriesKey, HashSet<int>>());
        foreach (var group in promises.Where(p => !p.Annual).GroupBy(SeriesKey.Of))
        {
            var own = group.Select(p => p.Last).ToHashSet();
            var before = quarters.Keys.LastOrDefault(k => k.IsNear(group.Key) && !quarters[k].Overlaps(own));
            series[group.Key] = before ?? group.Key;
            if (before is null) quarters[group.Key] = own;
            else quarters[before].UnionWith(own);
        }

        return series;
    }

    /// <summary>Which series of the schedule each target joins.</summary>
    static Dictionary<SeriesKey, SeriesKey> Joins(List<SeriesKey> targets, List<SeriesKey> scheduled)
    {
        var joins = new Dictionary<SeriesKey, SeriesKey>();
        foreach (var target in targets.Where(t => t.Workstream.Length == 0))
        {
            var alike = scheduled.Where(k => k.Loose == target.Loose).ToList();
            var same = alike.Where(k => k.Unit == target.Unit).ToList();
            var join = same.Count == 1 ? same[0] : alike.Count == 1 ? alike[0] : alike.Count == 0 ? Closest(target, scheduled) : null;
            if (join is not null) joins[target] = join;
        }

        // Two targets that would join one series are both left alone, unless one has its very name: which is meant cannot be told.
        foreach (var (target, join) in joins.ToList())
            if (join.Loose != target.Loose && joins.Count(j => j.Value == join) > 1) joins.Remove(target);
        return joins;
    }

    static SeriesKey? Closest(SeriesKey target, List<SeriesKey> scheduled)
    {
        var near = scheduled.Select(k => (Key: k, Kinship: k.Kinship(target))).Where(k => k.Kinship > 0).OrderByDescending(k => k.Kinship).Take(2).ToList();
        return near.Count == 0 || (near.Count == 2 && near[0].Kinship == near[1].Kinship) ? null : near[0].Key;
    }

    /// <summary>In the unit of the schedule, where the target says 万人 and the schedule 人.</summary>
    static List<Promise> InOneUnit(List<Promise> promises)
    {
        var unit = (promises.Find(p => !p.Annual) ?? promises[0]).Unit;
        return [.. promises.Select(p => p.Unit == unit ? p : Converted(p, unit))];
    }

    static Promise Converted(Promise promise, string unit) =>
        UnitReader.Read(promise.Unit) is { } from && UnitReader.Read(unit) is { } to && from.Dimension.Equals(to.Dimension) && from.Convert(promise.Value, to) is { } value
            ? promise with { Value = value, Unit = unit }
            : promise;

    /// <summary>The last amount of a series that otherwise counts from 1 January, and is more than the one before it, counts from 1 January too.</summary>
    static List<Promise> Consistent(List<Promise> promises)
    {
        var line = promises.Where(p => !p.Annual && p.Adds).OrderBy(p => p.Last).ToList();
        if (line.Count < 3 || line[^1].Accumulation != Accumulation.InPeriod || line[^1].EachQuarter) return promises;
        var (last, earlier) = (line[^1], line[..^1]);
        var rises = earlier.TrueForAll(p => p.Accumulation == Accumulation.Cumulative && p.Last < last.Last) && earlier[^1].Value < last.Value;
        return rises ? [.. promises.Select(p => p == last ? p with { Accumulation = Accumulation.Cumulative } : p)] : promises;
    }
}
