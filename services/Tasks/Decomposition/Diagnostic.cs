namespace Suite.Tasks.Decomposition;

/// <summary>Something in the table that a clerk would raise.</summary>
/// <param name="Level">How serious it is.</param>
/// <param name="Code">Stable; see <see cref="DiagnosticCode"/>.</param>
/// <param name="TaskNumber">The task concerned, null where it is about the table.</param>
/// <param name="Cell">The cell concerned, null where it is about the task or the table.</param>
/// <param name="Line">The document's line, from 1.</param>
/// <param name="Words">The words of the cell it is about, shortened; may be empty.</param>
/// <param name="Why">What is wrong and what was expected: Chinese, and English beside it behind "  ·  ".</param>
public sealed record Diagnostic(
    DiagnosticLevel Level, DiagnosticCode Code, int? TaskNumber, PlanCell? Cell, int Line, string Words, string Why);

/// <summary>How serious a diagnostic is.</summary>
public enum DiagnosticLevel
{
    /// <summary>Worth knowing; the reading is sure.</summary>
    Notice,

    /// <summary>The reading may be wrong, or the table contradicts itself.</summary>
    Warning,

    /// <summary>Something is missing from the plan as read.</summary>
    Error,
}

/// <summary>The columns of the table.</summary>
public enum PlanCell
{
    /// <summary>总体要求</summary>
    Requirement,

    /// <summary>年度目标</summary>
    Target,

    /// <summary>季度安排</summary>
    Schedule,

    /// <summary>责任领导</summary>
    Leaders,

    /// <summary>牵头单位</summary>
    LeadUnits,

    /// <summary>协助单位</summary>
    SupportingUnits,
}
