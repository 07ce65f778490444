namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>Words of a schedule that are not what is to be done: the name of a period or of a workstream, with its colon.</summary>
/// <param name="Span">Where it stands in the cell's clean text.</param>
/// <param name="Period">The period it names, null for a label.</param>
/// <param name="Label">The workstream it names without enumerator and colon, null for a period.</param>
/// <param name="Enumerated">True where the label carries an enumerator, as parts of a part do.</param>
internal sealed record Mark(TextSpan Span, Period? Period, string? Label, bool Enumerated);
