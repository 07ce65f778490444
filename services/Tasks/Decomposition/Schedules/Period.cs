namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>A stretch of the year as the table names it. There are few, and each is one object, however often a plan names it.</summary>
internal sealed class Period
{
    private const int Most = 4;
    private const int WholeYear = (1 << Most) - 1;

    private static readonly Period[] Named = [.. Enumerable.Range(0, WholeYear + 1).Select(bits => new Period(ScheduleKind.Quarters, bits))];

    /// <summary>The first quarter is 1, the second 2, then 4 and 8.</summary>
    private readonly int bits;

    private Period(ScheduleKind kind, int bits)
    {
        (Kind, this.bits) = (kind, bits);
        Quarters = [.. Enumerable.Range(1, Most).Where(quarter => (bits & Bit(quarter)) != 0)];
    }

    /// <summary>How it is named.</summary>
    internal ScheduleKind Kind { get; }

    /// <summary>Ascending; only <see cref="None"/> has none.</summary>
    internal IReadOnlyList<int> Quarters { get; }

    internal static Period None => Named[0];

    internal static Period Unmarked { get; } = new(ScheduleKind.Unmarked, WholeYear);

    internal static Period AllYear { get; } = new(ScheduleKind.AllYear, WholeYear);

    internal static Period EachQuarter { get; } = new(ScheduleKind.EachQuarter, WholeYear);

    internal static Period Of(int quarter) => Named[Bit(quarter)];

    /// <summary>The quarters of both.</summary>
    internal Period And(Period other) => Named[bits | other.bits];

    /// <summary>From the first to the last of two quarters; the first alone where the last is before it.</summary>
    internal static Period Between(int first, int last) => Named[(Bit(Math.Max(first, last) + 1) - 1) & ~(Bit(first) - 1)];

    private static int Bit(int quarter) => 1 << (quarter - 1);
}
