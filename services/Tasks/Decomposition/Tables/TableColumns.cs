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

    internal int Count => Columns.Count;

    internal int IndexOf(ColumnRole role)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == new SourceColumn(role)) return i;
        return -1;
    }

    internal bool Has(ColumnRole role) => IndexOf(role) >= 0;
}
