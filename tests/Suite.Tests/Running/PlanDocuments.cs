using Suite.Testing;

namespace Suite.Tests.Running;

/// <summary>The tables the tests import.</summary>
public static class PlanDocuments
{
    /// <summary>The table in our own words.</summary>
    public static string Seed { get; } = Path.Combine(Repository.Root, "seeds", "plan-2024.txt");

    /// <summary>The published table, which lies beside the repository where it is at hand.</summary>
    public static string? Published { get; } = Repository.Shared("seeds/key-work-table-2024.txt");

    /// <summary>The largest at hand.</summary>
    public static string Main => Published ?? Seed;
}
