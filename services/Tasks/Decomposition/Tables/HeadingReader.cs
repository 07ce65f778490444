namespace Suite.Tasks.Decomposition.Tables;

/// <summary>Finds a heading of one to three rows: names, and below shared ones those of the columns they are shared by.</summary>
internal static class HeadingReader
{
    private const int MostRows = 3;

    /// <summary>The columns and how many rows name them, or null where no heading begins at row <paramref name="at"/>.</summary>
    /// <param name="repeated">True below a heading, where a row is one only if most of its cells are names.</param>
    internal static (TableColumns Columns, int Rows)? TryRead(List<SpreadRow> rows, int at, bool repeated)
    {
        if (!IsNames(rows[at], repeated) && !(HoldsNames(rows[at]) && at + 1 < rows.Count && GoesOn(rows, at, 1))) return null;
        var count = 1;
        while (count < MostRows && at + count < rows.Count && GoesOn(rows, at, count)) count++;
        var width = Enumerable.Range(at, count).Max(i => rows[i].Places.Length);
        var headings = Enumerable.Range(0, width).Select(c => Heading(rows, at, count, c)).ToList();
        return ColumnChoice.TryMake(headings) is { } columns ? (columns, count) : null;
    }

    /// <summary>Two names at least that are known, and nothing too long to be one.</summary>
    private static bool IsNames(SpreadRow row, bool mostly)
    {
        var (known, filled) = (0, 0);
        foreach (var column in row.Filled())
        {
            if (row[column].Text.Text.Length > ColumnWords.LongestWithBrackets) return false;
            var words = row[column].Text.Folded;
            if ( ColumnWords.WithoutBrackets(words).Length > ColumnWords.Longest) return false;
            if (mostly && words.AsSpan().IndexOfAny("。,;") >= 0) return false;
            filled++;
            if (ColumnWords.KindOf(words) > ColumnKind.Other) known++;
        }
        return known > 1 && (!mostly || known * 2 > filled);
    }

    /// <summary>A name that reaches down to where others stand below what they share.</summary>
    private static bool HoldsNames(SpreadRow row) => row.Filled().All(c => row[c].Text.Text.Length <= ColumnWords.LongestWithBrackets)
        && row.Filled().Any(c => row[c] is { Begins: true, Cell.RowSpan: > 1 } && ColumnWords.KindOf(row[c].Text.Folded) > ColumnKind.Other);

    /// <summary>True where the next row names columns under a shared heading: each of its own cells is a name, in a place left to name.</summary>
    private static bool GoesOn(List<SpreadRow> rows, int at, int count)
    {
        var (above, row) = (rows[at + count - 1], rows[at + count]);
        var (own, known) = (0, 0);
        foreach (var column in row.Filled().Where(c => row[c].IsNew))
        {
            own++;
            var name = row[column].Text.Folded;
            if (name.Length > ColumnWords.LongestWithBrackets || ColumnWords.WithoutBrackets(name).Length > ColumnWords.Longest) return false;
            var isKnown = new ColumnHeading(name, GroupAt(above, column)).Kind > ColumnKind.Other;
            if (isKnown) known++;
            else if (!IsShared(above, column)) return false;
        }
        return own > 1 && known > 0 && above.Filled().Any(c => IsShared(above, c) || above[c + 1].Text.IsEmpty);
    }

    private static bool IsShared(SpreadRow row, int column) => row[column].Cell is { ColumnSpan: > 1 } || row[column].Text.IsEmpty;

    private static ColumnHeading Heading(List<SpreadRow> rows, int at, int count, int column)
    {
        var names = new List<string>();
        for (var i = at; i < at + count; i++)
        {
            var text = rows[i][column].Begins || i == at ? rows[i][column].Text.Text : "";
            // Forms without merged cells leave the places beside a shared name empty.
            if (text.Length == 0 && i + 1 < at + count && !rows[i][column].IsCovered() && !rows[i + 1][column].Text.IsEmpty) text = GroupAt(rows[i], column);
            if (text.Length > 0 && (names.Count == 0 || names[^1] != text)) names.Add(text);
        }
        return names.Count == 0 ? new ColumnHeading("", "") : new ColumnHeading(names[^1], string.Concat(names.SkipLast(1)));
    }

    private static bool IsCovered(this Place place) => place.Cell is not null && !place.Begins;

    /// <summary>The name that stands at a column, or to its left where its own place is empty.</summary>
    private static string GroupAt(SpreadRow row, int column)
    {
        for (var c = Math.Min(column, row.Places.Length - 1); c >= 0; c--)
            if (!row[c].Text.IsEmpty) return row[c].Text.Text;
        return "";
    }
}
