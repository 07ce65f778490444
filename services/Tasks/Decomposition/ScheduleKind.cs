namespace Suite.Tasks.Decomposition;

/// <summary>How the table says when a schedule item is due.</summary>
public enum ScheduleKind
{
    /// <summary>One or more quarters are named (一季度, 三、四季度).</summary>
    Quarters,

    /// <summary>The whole year (全年).</summary>
    AllYear,

    /// <summary>A routine repeated in each quarter (每季度).</summary>
    EachQuarter,

    /// <summary>Nothing is said; the item counts for all four quarters.</summary>
    Unmarked,
}
