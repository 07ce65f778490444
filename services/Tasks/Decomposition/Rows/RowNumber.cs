using System.Globalization;
using Suite.Tasks.Decomposition.Lists;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>What a row says its number is.</summary>
internal static class RowNumber
{
    internal static bool IsNumbered(SourceRow row) =>
        !row[ColumnRole.Number].IsEmpty || TaskNumber.TryRead(row[ColumnRole.Target], 0, 0, out _, out _);

    /// <summary>The plain number in a cell (12, 12., (12)); 0 where there is something else.</summary>
    internal static int Plain(string folded) =>
        int.TryParse(folded.Trim('.', '、', '(', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000_000 ? number : 0;

    /// <summary>What people read as the row's number; empty where the table prints none.</summary>
    internal static string Label(SourceRow row, int number)
    {
        var cell = row[ColumnRole.Number];
        if (!cell.IsEmpty) return number > 0 ? number.ToString(CultureInfo.InvariantCulture) : cell.Text.TrimEnd('.', '、', '．');
        if (!row.IsTask && ItemStyle.Of(row[ColumnRole.Target].Folded) is { Level: > 0 } style && RowNumber.Plain(style.Label) == number) return style.Label;
        return TaskNumber.TryRead(row[ColumnRole.Target], 0, number, out _, out _) ? number.ToString(CultureInfo.InvariantCulture) : "";
    }
}
