using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>What the columns of a table hold.</summary>
/// <param name="Columns">By column.</param>
/// <param name="LeadsByName">True where a column of units that lead is called so (牵头单位, 主办单位).</param>
internal sealed record TableColumns(IReadOnlyList<SourceColumn> Columns, bool LeadsByName)
{
    /// <summary>
    /// The same columns where the one of measures holds the targets, for tables in which each measure has units of its own; null where there
    /// is none of measures.
    /// </summary>
    internal TableColumns? DetailsAsTargets { get; init; }

    /// <summary>The names the roles come from, by column.</summary>
    internal IReadOnlyList<ColumnHeading> Headings { get; init; } = [];

    /// <summary>The column of indicators' names; -1 where there is none.</summary>
    internal int Indicator { get; init; } = -1;

    /// <summary>The column of units of measure; -1 where there is none.</summary>
    internal int Measures { get; init; } = -1;

    /// <summary>The unit of measure that a line above the table names for all of it; null where none does.</summary>
    internal CellText? Unit { get; init; }

    internal int Count => Columns.Count;

    internal int IndexOf(ColumnRole role)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == new SourceColumn(role)) return i;
        return -1;
    }

    internal bool Has(ColumnRole role) => IndexOf(role) >= 0;
}
