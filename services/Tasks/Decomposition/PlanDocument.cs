namespace Suite.Tasks.Decomposition;

/// <summary>A decomposition table, read.</summary>
/// <param name="Title">The heading above the table, null where there is none.</param>
/// <param name="Year">The year the heading names.</param>
/// <param name="Issuer">The office that made the table (制表单位).</param>
/// <param name="IssuedOn">The date printed (印发时间).</param>
/// <param name="Tasks">In the order of the table.</param>
/// <param name="Diagnostics">What a careful reader would ask about, in the order of the table.</param>
public sealed record PlanDocument(
    string? Title,
    int? Year,
    string? Issuer,
    DateOnly? IssuedOn,
    IReadOnlyList<PlannedTask> Tasks,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>
    /// True where the content type or the file's name decided in which form the bytes were read (called CSV, for one), so that the same
    /// bytes without it are another reading. An encoding it names decides no more than whether they can be read at all.
    /// </summary>
    public bool FormAsNamed { get; init; }
}
