using Suite.Indicators.Figures;

namespace Suite.Indicators.Storage;

/// <summary>Some indicators of some entities in some periods.</summary>
public sealed record CellBlock(IReadOnlyCollection<int> Measures, IReadOnlyCollection<int> Entities, IReadOnlyCollection<int> Periods)
{
    /// <summary>Cells of a block, at most about so many.</summary>
    const int Largest = 50_000;

    /// <summary>
    /// Puts blocks together that are read at once. Files are mostly regular, so a few blocks hold all of their cells; where cells are scattered, no
    /// block becomes far larger than its parts.
    /// </summary>
    public static IEnumerable<CellBlock> Together(IEnumerable<CellBlock> parts)
    {
        CellBlock? whole = null;
        foreach (var part in parts)
        {
            var next = whole is null ? part : new(whole.Measures.Union(part.Measures).ToList(), whole.Entities.Union(part.Entities).ToList(), whole.Periods.Union(part.Periods).ToList());
            if (whole is null || next.Size <= Largest) whole = next;
            else
            {
                yield return whole;
                whole = part;
            }
        }

        if (whole is not null) yield return whole;
    }

    /// <summary>The blocks of some cells, one for each indicator.</summary>
    public static IEnumerable<CellBlock> Of(IEnumerable<Cell> cells) =>
        cells.GroupBy(c => c.Measure).Select(own => new CellBlock([own.Key], own.Select(c => c.Entity).ToHashSet(), own.Select(c => c.Period.Code).ToHashSet()));

    /// <summary>One indicator alone can have more cells than are read at once.</summary>
    public IEnumerable<CellBlock> Cut() =>
        Size <= Largest ? [this] : Periods.Order().Chunk(Math.Max(1, Largest / (Measures.Count * Entities.Count))).Select(some => this with { Periods = some });

    long Size => (long)Measures.Count * Entities.Count * Periods.Count;
}
