using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Quantities;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>
/// The cells of a table of indicators as one cell would have said them: 1250 beside 亿元 is 1250亿元, so that an amount's place is in the text of
/// target or schedule as anywhere else. A figure whose indicator is named in no other part of the task is said with its name.
/// </summary>
internal sealed class FigureCells(TableColumns columns)
{
    private readonly CellText?[] named = [.. columns.Headings.Select(h => Bracketed(h.Leaf) ?? Bracketed(h.Parent))];

    internal CellText Read(SpreadRow row, int at, SourceColumn column)
    {
        var cell = row[at].Text;
        if (column is not ({ Role: ColumnRole.Target } or { Role: ColumnRole.Schedule, Name.Length: > 0 })) return cell;
        if (Figure.LacksUnit(cell) && UnitAt(row, at) is { } unit) cell = Figure.WithUnit(cell, unit);
        var isNamed = columns.Indicator < 0 || columns.Indicator == at || columns.Columns[columns.Indicator].Role != ColumnRole.Attribute;
        return isNamed || column.Role != ColumnRole.Target || !Figure.Is(cell.Folded) ? cell : CellText.Join([row[columns.Indicator].Text, cell]);
    }

    /// <summary>True where the row has an indicator of its own with its own figure, whatever else it shares with the row above.</summary>
    internal bool NamesItsOwn(SpreadRow row) =>
        columns.Indicator >= 0 && row[columns.Indicator].IsNew && columns.IndexOf(ColumnRole.Target) is >= 0 and var target && Figure.Is(row[target].Text.Folded);

    private CellText? UnitAt(SpreadRow row, int at)
    {
        if (columns.Measures >= 0) return UnitColumn.Holds(row[columns.Measures].Text) ? row[columns.Measures].Text : null;
        var name = columns.Indicator >= 0 ? UnitColumn.InBrackets(row[columns.Indicator].Text) : null;
        return name ?? (at < named.Length ? named[at] : null) ?? columns.Unit;
    }

    private static CellText? Bracketed(string name) => UnitColumn.InBrackets(CellText.Of(name));
}
