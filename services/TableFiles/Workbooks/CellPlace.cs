using System.Globalization;

namespace Suite.TableFiles.Workbooks;

/// <summary>References such as AB12 (18.18.7), with or without $.</summary>
internal static class CellPlace
{
    public const int Rows = 1_048_576;

    public const int Columns = 16_384;

    /// <summary>Row from 1 and column from 0; false for what is no place on a sheet.</summary>
    public static bool TryRead(ReadOnlySpan<char> reference, out int row, out int column)
    {
        (row, column) = (0, 0);
        var at = 0;
        for (; at < reference.Length && (char.IsAsciiLetter(reference[at]) || reference[at] == '$'); at++)
            if (reference[at] != '$' && (column = column * 26 + (reference[at] | 0x20) - 'a' + 1) > Columns) return false;
        column--;
        return column >= 0 && int.TryParse(reference[at..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is >= 1 and <= Rows;
    }

    /// <summary>An area such as B2:C9; a single place is an area of one.</summary>
    public static bool TryReadArea(ReadOnlySpan<char> reference, out Area area)
    {
        var colon = reference.IndexOf(':');
        var isArea = TryRead(colon < 0 ? reference : reference[..colon], out var row, out var column)
            & TryRead(reference[(colon + 1)..], out var lastRow, out var lastColumn);
        area = new Area(Math.Min(row, lastRow), Math.Min(column, lastColumn), Math.Max(row, lastRow), Math.Max(column, lastColumn));
        return isArea;
    }
}

/// <summary>Cells from the first row and column to the last, both included; rows from 1, columns from 0.</summary>
public readonly record struct Area(int Row, int Column, int LastRow, int LastColumn)
{
    public bool Covers(int row, int column) => row >= Row && row <= LastRow && column >= Column && column <= LastColumn;
}
