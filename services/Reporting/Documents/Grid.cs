using Suite.Reporting.Leagues;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Documents;

/// <summary>Cells of a sheet: texts as <see cref="string"/>, numbers as <see cref="decimal"/>, null for empty ones.</summary>
/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="Head">The first row is a head: kept in view, with a filter.</param>
sealed record Grid(IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<object?>> Rows, bool Head)
{
    const int CharactersInAnEm = 2;

    /// <summary>Margins, and the button of a filter.</summary>
    const int AroundText = 3;

    const int Narrowest = 6;
    const int Widest = 60;

    public static Grid Of(Table table) => new(
        [.. table.Columns.Select((column, at) => WidthOf([column.Title, .. table.Rows.Where(r => at < r.Count).Select(r => Plain.Of(r[at]))]))],
        [table.Columns.Select(c => (object?)c.Title).ToList(), .. table.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(ValueOf)])], Head: true);

    public static Grid Of(Chart chart) => new(
        [WidthOf([.. chart.Categories, ""]), .. chart.Series.Select(s => WidthOf([s.Name]))],
        [
            (object?[])["", .. chart.Series.Select(s => s.Name)],
            .. chart.Categories.Select((category, at) => (IReadOnlyList<object?>)[category, .. chart.Series.Select(s => (object?)s.Values[at])]),
        ], Head: true);

    public static Grid OfText(Paper paper) => new(
        [100],
        [
            [paper.Issuer], [paper.Kind], [paper.DocumentNumber], [paper.Title],
            .. paper.Blocks.Select(TextOf).OfType<string>().Select(text => (IReadOnlyList<object?>)[text]),
            [paper.Closing], [paper.Issuer], [paper.Date], [paper.Annex.Closing],
        ], Head: false);

    public static Grid OfFigures(Paper paper)
    {
        object?[] head = [.. paper.Annex.Sources.Columns.Take(4).Select(c => (object?)c.Title), "unit", "formula", "key", paper.Annex.Sources.Columns[4].Title, paper.Annex.Sources.Columns[5].Title];
        return new([8, 40, 14, 14, 10, 40, 14, 30, 40], [head, .. paper.Figures.Select(f => (IReadOnlyList<object?>)
        [
            (decimal)f.Ordinal, f.Label, f.Value, f.Text, f.Unit.Trim(), f.Formula, f.Key, Texts.Ranges(f.Sources.Where(s => s.Observation is null).Select(s => s.TaskNumber)),
            string.Join(' ', f.Sources.Select(s => s.Observation is { } observed ? ObservedText.Line(observed) : s.Report).OfType<string>().Distinct().Take(50)),
        ])], Head: true);
    }

    /// <summary>The width that all texts need in one line, as far as a screen has room for it.</summary>
    static int WidthOf(IEnumerable<string> texts) => Math.Clamp((int)Math.Ceiling(texts.Max(TextMeasure.Ems) * CharactersInAnEm) + AroundText, Narrowest, Widest);

    static string? TextOf(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => string.Concat(paragraph.Inlines.Select(Plain.Of)),
        _ => null,
    };

    static object? ValueOf(Inline inline) => inline switch
    {
        Run run => decimal.TryParse(run.Text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : run.Text,
        Cell cell => cell.Figure.Value,
        _ => Plain.Of(inline),
    };
}
