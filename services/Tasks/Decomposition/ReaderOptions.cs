using Suite.TableFiles;

namespace Suite.Tasks.Decomposition;

/// <summary>What the reader may rely on, and how much it accepts.</summary>
/// <param name="KnownPeople">Names of leaders; without them interleaved names are untangled by what the document shows elsewhere.</param>
public sealed record ReaderOptions(IReadOnlyList<string> KnownPeople) : FileLimits
{
    /// <summary>No names known, the limits below.</summary>
    public static ReaderOptions Default { get; } = new([]);

    /// <summary>
    /// Whether of several units in charge of a task the first leads and the others support. Null goes by the document: yes where one
    /// column or label names all units, and no other those that lead or support.
    /// </summary>
    public bool? FirstUnitLeads { get; init; }

    /// <summary>Tasks, at most.</summary>
    public int MaxTasks { get; init; } = 50_000;

    /// <summary>Cells of all tables, merged ones counted for every place they cover, at most.</summary>
    public int MaxCells { get; init; } = 500_000;

    /// <summary>Elements of an HTML page, which are held in memory together, at most.</summary>
    public int MaxPageElements { get; init; } = 200_000;
}
