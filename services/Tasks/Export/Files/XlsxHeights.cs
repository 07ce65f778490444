using Suite.OfficialDocuments;

namespace Suite.Tasks.Export.Files;

/// <summary>
/// Heights of rows in points. Spreadsheets measure rows themselves, but not those that a merged cell lies in, so all are told: from the number of
/// lines the words take when wrapped.
/// </summary>
static class XlsxHeights
{
    public const double Line = 14;
    public const double Head = 34;
    public const double Section = 24;

    /// <summary>The format's limit.</summary>
    const double Highest = 409;

    /// <summary>Width of a column, in digits of the body's font, for each share of the page.</summary>
    const double CharactersPerShare = 1.35;

    public static double Characters(TableColumn column) => column.Width * CharactersPerShare;

    public static double Of(HeadingKind kind) => kind == HeadingKind.Title ? 36 : 22;

    /// <summary>Of each of the group's rows; the last ones make room for the requirement.</summary>
    public static IReadOnlyList<double> Of(RequirementGroup group, IReadOnlyList<TableColumn> columns)
    {
        var heights = group.Rows.Select(row => Clamp(row.Cells.Select((cell, at) => Needed(cell, columns[at + 1])).Max())).ToList();
        var missing = Needed(group.Requirement, columns[0]) - heights.Sum();
        for (var i = heights.Count - 1; i >= 0 && missing > 0; i--)
        {
            var higher = Clamp(heights[i] + missing);
            missing -= higher - heights[i];
            heights[i] = higher;
        }

        return heights;
    }

    /// <summary>Two digits are as wide as one Chinese character.</summary>
    static double Needed(CellContent content, TableColumn column)
    {
        var ems = Math.Max(1, (Characters(column) / 2) - 1);
        return (content.Lines.Sum(l => Math.Max(1, Math.Ceiling(l.Runs.Sum(r => TextWidths.Ems(r.Text)) / ems))) * Line) + 6;
    }

    static double Clamp(double height) => Math.Min(Highest, height);
}
