using Suite.Reporting.Papers;

namespace Suite.Reporting.Reports;

/// <summary>What somebody wants to have made.</summary>
/// <param name="AsOf">Null for now.</param>
/// <param name="KnownAt">Only from what was known then; null for all that is known.</param>
public sealed record ReportWish(
    PaperKind Kind, string Plan, int Quarter, string Subject, string Language, DateTimeOffset? AsOf = null, DateTimeOffset? KnownAt = null)
{
    /// <summary>Of a league's table: 2024-03, 2024Q1, 2024H1 or 2024; else empty.</summary>
    public string Period { get; init; } = "";

    /// <summary>When the run was begun that it is part of; null where it is made by hand.</summary>
    public DateTimeOffset? RunBegun { get; init; }

    /// <summary>Makes it where no unit has reported yet.</summary>
    public bool EvenIfEmpty => Kind is PaperKind.PlanTable;
}

/// <summary>Who acts.</summary>
public sealed record Actor(string Account, string DisplayName);
