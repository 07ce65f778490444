namespace Suite.Indicators.Series;

/// <summary>Two amounts from 1 January to the end of a quarter that cannot both be kept.</summary>
/// <param name="OneCommitments">The promises that say the one, alone or added up.</param>
public sealed record Contradiction(int Quarter, decimal One, decimal Other, IReadOnlyList<string> OneCommitments, IReadOnlyList<string> OtherCommitments);

/// <summary>Finds promises of one series that contradict one another. Nothing is averaged: both amounts are shown, and somebody decides.</summary>
public static class Contradictions
{
    /// <summary>By which share amounts that are said to be about so much may differ.</summary>
    const decimal About = 0.05m;

    /// <summary>
    /// What a task's target promises of something against what its workstreams promise of it together: more than the whole, or nearly as much and yet
    /// not the same. Less is no contradiction: a schedule need not name all that makes up the whole.
    /// </summary>
    /// <param name="groups">The series of a task.</param>
    public static IReadOnlyList<(IReadOnlyList<Promise> Series, Contradiction Found)> OfParts(IReadOnlyList<IReadOnlyList<Promise>> groups) =>
        [.. groups.Where(g => g.Count(p => p is { Annual: true, Adds: true }) == 1).SelectMany(target => Parts(target, groups.Where(g => g.All(p => p is { Annual: false, Workstream.Length: > 0 })).ToList()))];

    /// <param name="promises">Of one series, in one unit.</param>
    public static IReadOnlyList<Contradiction> Of(IReadOnlyList<Promise> promises)
    {
        var adds = promises.Where(p => p.Adds).ToList();
        var told = adds.Where(p => !p.EachQuarter && (p.Accumulation == Accumulation.Cumulative || (p.First == 1 && p.Last > 1)))
            .Select(p => new Claim(p.Last, p.Value, [p.Commitment], p.Comparator, p.Annual)).ToList();
        var summed = Sums(adds, told).ToList();
        return [.. Disagreements(told, summed).Concat(Falls(told)).DistinctBy(c => (c.Quarter, c.One, c.Other))];
    }

    static IEnumerable<(IReadOnlyList<Promise>, Contradiction)> Parts(IReadOnlyList<Promise> target, List<IReadOnlyList<Promise>> workstreams)
    {
        var whole = target.First(p => p is { Annual: true, Adds: true });
        var parts = workstreams.Where(w => w[0].Unit == whole.Unit && CountsLike(w[0], whole)).Select(w => (Series: w, Year: TargetSeries.Through(w).Points.LastOrDefault(p => p.Quarter == YearLine.Quarters || w.Count == 1)?.YearToDate
            ?? TargetSeries.Through(w).Points[^1].YearToDate)).Where(w => w.Year is not null).ToList();
        var sum = parts.Sum(p => p.Year!.Value);
        if (parts.Count < 2 || sum == whole.Value || sum < whole.Value * (1 - About) || (whole.Comparator is "GE" or "GT" && sum > whole.Value)) yield break;
        yield return (target, new(YearLine.Quarters, whole.Value, sum, [whole.Commitment], [.. parts.SelectMany(p => p.Series).Select(p => p.Commitment)]));
    }

    /// <summary>Both names end in the same thing: 工业投资, 1号线投资.</summary>
    static bool CountsLike(Promise part, Promise whole) => part.Adds && part.Measure.Length >= 2 && whole.Measure.EndsWith(part.Measure[^2..], StringComparison.Ordinal);

    static IEnumerable<Contradiction> Disagreements(List<Claim> told, List<Claim> summed)
    {
        foreach (var (at, one) in told.Index())
            foreach (var other in told.Skip(at + 1).Concat(summed).Where(o => o.Quarter == one.Quarter && Differ(one, o)))
                yield return new(one.Quarter, one.Value, other.Value, one.Commitments, other.Commitments);
    }

    /// <summary>A year to date that is promised to be less than a quarter before.</summary>
    static IEnumerable<Contradiction> Falls(List<Claim> told)
    {
        var line = told.Where(c => !c.Annual && c.Comparator is not ("LE" or "LT")).OrderBy(c => c.Quarter).ToList();
        foreach (var (before, after) in line.Zip(line.Skip(1)))
            if (after.Quarter > before.Quarter && after.Value < before.Value) yield return new(after.Quarter, before.Value, after.Value, before.Commitments, after.Commitments);
    }

    /// <summary>What the amounts of single quarters add up to, as long as each of them is told, and told once.</summary>
    static IEnumerable<Claim> Sums(List<Promise> adds, List<Claim> told)
    {
        (decimal Sum, List<string> Parts)? line = (0, []);
        for (var quarter = 1; quarter <= YearLine.Quarters && line is not null; quarter++)
        {
            var own = adds.Where(p => p.Accumulation == Accumulation.InPeriod && (p.EachQuarter ? p.Quarters.Contains(quarter) || p.Quarters.Count == 0 : p.First == quarter && p.Last == quarter)).ToList();
            var values = own.Select(p => p.Value).Distinct().ToList();
            if (values.Count == 1) line = (line.Value.Sum + values[0], [.. line.Value.Parts, own[0].Commitment]);
            else line = quarter == 1 && own.Count == 0 && told.Find(c => c.Quarter == 1) is { } first ? (first.Value, [.. first.Commitments]) : null;
            if (line is { Parts.Count: > 1 } known) yield return new(quarter, known.Sum, known.Parts.Distinct().ToList(), "EQ", false);
        }
    }

    static bool Differ(Claim one, Claim other)
    {
        if (one.Value == other.Value || one.Commitments.SequenceEqual(other.Commitments)) return false;
        if (one.Comparator == "APPROX" || other.Comparator == "APPROX") return Math.Abs(one.Value - other.Value) > Math.Abs(one.Value) * About;
        return !(Allows(one, other.Value) || Allows(other, one.Value));
    }

    /// <summary>The year's promise of at least so much is kept by more, of at most so much by less.</summary>
    static bool Allows(Claim annual, decimal value) => annual.Annual && annual.Comparator switch
    {
        "GE" or "GT" => value > annual.Value,
        "LE" or "LT" => value < annual.Value,
        _ => false,
    };

    sealed record Claim(int Quarter, decimal Value, IReadOnlyList<string> Commitments, string Comparator, bool Annual);
}
