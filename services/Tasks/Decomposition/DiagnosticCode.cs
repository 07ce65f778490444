namespace Suite.Tasks.Decomposition;

/// <summary>What a diagnostic is about.</summary>
public enum DiagnosticCode
{
    /// <summary>A number between two others is not in the table.</summary>
    NumberMissing,

    /// <summary>Two tasks carry the same number.</summary>
    NumberDoubled,

    /// <summary>A row has words but no number, and no task above it to belong to.</summary>
    RowWithoutTask,

    /// <summary>A row without a number continues the one above it.</summary>
    RowContinued,

    /// <summary>A row has more or fewer cells than the heading.</summary>
    CellCount,

    /// <summary>Several tasks share one row.</summary>
    RowShared,

    /// <summary>A cell cut by a page break was joined with its beginning.</summary>
    CellJoined,

    /// <summary>A task has no target text.</summary>
    TargetEmpty,

    /// <summary>A task has no schedule.</summary>
    ScheduleEmpty,

    /// <summary>A schedule, or part of it, names no quarter.</summary>
    ScheduleWithoutQuarter,

    /// <summary>A schedule speaks of a period in another year than the plan's, which is none of its quarters.</summary>
    PeriodOfOtherYear,

    /// <summary>The same quarter is named twice in one workstream.</summary>
    QuarterDoubled,

    /// <summary>A task has no lead unit.</summary>
    LeadUnitMissing,

    /// <summary>A task has no leader.</summary>
    LeaderMissing,

    /// <summary>Leaders' names were put together from interleaved characters.</summary>
    LeadersUntangled,

    /// <summary>A cell could not be understood.</summary>
    CellNotUnderstood,

    /// <summary>Units named together were divided into the one that leads and those that support.</summary>
    UnitsDividedByCustom,

    /// <summary>Items that name no deadline have the one that a line sets for all.</summary>
    DeadlineShared,

    /// <summary>A column that is none of a plan's is kept under its name.</summary>
    ColumnKept,

    /// <summary>Words outside the table were passed over.</summary>
    TextOutsideTable,

    /// <summary>The quarters do not reach the annual target, or do not add up to it.</summary>
    TargetNotMet,

    /// <summary>An amount that counts from 1 January is smaller than the one of an earlier quarter.</summary>
    SeriesFalls,

    /// <summary>The same measure stands in different units within a task.</summary>
    UnitChanges,

    /// <summary>A total differs from the sum of its parts.</summary>
    TotalDiffers,

    /// <summary>Two tasks promise the same; a warning where their figures differ.</summary>
    CommitmentRepeated,

    /// <summary>The file was read in another encoding than UTF-8.</summary>
    EncodingAssumed,

    /// <summary>The file hides sheets, rows or columns.</summary>
    ContentHidden,

    /// <summary>The file holds what was not read, such as footnotes or text deleted under tracking.</summary>
    ContentPassedOver,
}
