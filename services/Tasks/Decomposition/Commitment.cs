namespace Suite.Tasks.Decomposition;

/// <summary>A quantity promised in a target or in a schedule item.</summary>
/// <param name="Measure">What is counted, in the table's words; the subject is added when only the workstream or the task names it.</param>
/// <param name="Value">The amount as written, before its unit: 3.3万个 has 3.3. The lower end of a range.</param>
/// <param name="MaxValue">The upper end of a range (7-8场), otherwise null.</param>
/// <param name="Unit">The unit as written with its magnitude (万个, 亿元, %), null where none is written.</param>
/// <param name="Comparator">From the words beside the number.</param>
/// <param name="Accumulation">From when the amount counts.</param>
/// <param name="GrowthRate">True where the amount is a rate of growth or reduction.</param>
/// <param name="Verbatim">The words with the number, its unit and its comparator.</param>
/// <param name="Span">Where <paramref name="Verbatim"/> stands in the target, or in the schedule's clean text.</param>
/// <param name="Quarters">Only where narrower than those of the schedule item, otherwise empty.</param>
public sealed record Commitment(
    string Measure,
    decimal Value,
    decimal? MaxValue,
    string? Unit,
    Comparator Comparator,
    Accumulation Accumulation,
    bool GrowthRate,
    string Verbatim,
    TextSpan Span,
    IReadOnlyList<int> Quarters);
