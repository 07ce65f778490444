using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Quantities;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>
/// Where tables of indicators tell what their numbers are counted in: in a column called 单位, in brackets behind the indicator's or a
/// column's name, or in a line above the table. 单位 is also what offices are called, so what stands below tells which is meant.
/// </summary>
internal static class UnitColumn
{
    private const int Looked = 200;
    private static readonly string[] Names = ["单位", "计量单位", "指标单位", "度量单位", "计量", "数量单位"];
    private static readonly string[] None = ["-", "--", "/", "无", "—"];

    /// <summary>The column that holds units of measure; -1 where none does.</summary>
    internal static int IndexIn(TableColumns columns, IEnumerable<SpreadRow> below)
    {
        for (var i = 0; i < columns.Headings.Count; i++)
            if (Names.Contains(ColumnWords.WithoutBrackets(Width.Fold(columns.Headings[i].Leaf))) && AreUnits(below.Take(Looked), i)) return i;
        return -1;
    }

    /// <summary>The unit in the brackets a name ends with: 工业增加值（亿元）; null where it ends otherwise.</summary>
    internal static CellText? InBrackets(CellText name)
    {
        var folded = name.Folded;
        if (!folded.EndsWith(')') || folded.LastIndexOf('(') is not (> 0 and var open)) return null;
        var from = folded.AsSpan(open).StartsWith("(单位:") ? open + 4 : open + 1;
        return Units.Is(folded[from..^1]) ? name.Slice(from, folded.Length - 1) : null;
    }

    /// <summary>The unit that a line above the table gives for all of it: 单位：亿元.</summary>
    internal static CellText? InLine(string line)
    {
        var folded = Width.Fold(line).Trim('(', ')');
        return folded.StartsWith("单位:", StringComparison.Ordinal) && Units.Is(folded[3..]) ? CellText.Of(folded[3..]) : null;
    }

    /// <summary>What stands in the column is a unit, whether it is a known one or not.</summary>
    internal static bool Holds(CellText cell) => !cell.IsEmpty && !None.Contains(cell.Folded) && cell.Text.Length <= ColumnWords.Longest
        && !cell.Folded.AsSpan().ContainsAny(",、;。");

    private static bool AreUnits(IEnumerable<SpreadRow> rows, int column)
    {
        var (units, others) = (0, 0);
        foreach (var row in rows)
            if (row[column] is not { IsNew: true, Text.Folded: var words } || None.Contains(words)) continue;
            else if (Units.Is(words)) units++;
            else others++;
        return units > others;
    }
}
