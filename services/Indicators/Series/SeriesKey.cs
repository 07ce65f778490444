using Suite.Indicators.Quantities;

namespace Suite.Indicators.Series;

/// <summary>What makes commitments of a task one series.</summary>
/// <param name="Workstream">Empty for the whole task.</param>
/// <param name="Measure">Normalised, without the workstream in front of it.</param>
/// <param name="Unit">As written, in compatibility form.</param>
sealed record SeriesKey(string Workstream, string Measure, string Unit, bool GrowthRate)
{
    /// <summary>Names that share fewer characters in a row speak of different things.</summary>
    const int ShortestShared = 3;

    /// <summary>What is counted, in whatever magnitude and workstream; a rate stays in its own unit.</summary>
    public (string Measure, string Counted, bool GrowthRate) Loose => (Measure, Counted, GrowthRate);

    string Counted { get; } = UnitReader.Read(Unit) is { Dimension.IsNone: false } read ? read.Dimension.ToString() : Unit;

    public static SeriesKey Of(Promise promise)
    {
        var workstream = MeasureName.Fold(promise.Workstream);
        var measure = MeasureName.Fold(promise.Measure);
        if (workstream.Length > 0 && measure.StartsWith($"{workstream}:", StringComparison.Ordinal)) measure = measure[(workstream.Length + 1)..];
        return new(workstream, MeasureName.Normalise(measure), MeasureName.Fold(promise.Unit), promise.GrowthRate);
    }

    /// <summary>How much of a target's name this series of the schedule shares, in its workstream and measure; 0 where it counts something else.</summary>
    public int Kinship(SeriesKey target)
    {
        if (Counted != target.Counted || GrowthRate != target.GrowthRate || Shared(target.Measure, Measure) < ShortestShared) return 0;
        var shared = Shared(target.Measure, Workstream + Measure);
        return shared >= (target.Measure.Length + 1) / 2 ? shared : 0;
    }

    /// <summary>True where both are one work of one workstream in other words: 改造项目动工 and 改造项目全部开工.</summary>
    public bool IsNear(SeriesKey other) =>
        Workstream.Length > 0 && (Workstream, Unit, GrowthRate) == (other.Workstream, other.Unit, other.GrowthRate)
        && Shared(Measure, other.Measure) is >= ShortestShared and var shared && shared * 2 >= Math.Max(Measure.Length, other.Measure.Length);

    /// <summary>Length of the longest run of characters that stands in both.</summary>
    static int Shared(string a, string b)
    {
        var (longest, before) = (0, new int[b.Length + 1]);
        foreach (var c in a)
        {
            var row = new int[b.Length + 1];
            for (var at = 0; at < b.Length; at++)
                if (b[at] == c) longest = Math.Max(longest, row[at + 1] = before[at] + 1);
            before = row;
        }

        return longest;
    }
}
