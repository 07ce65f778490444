using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Suite.OfficialDocuments;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Documents;

/// <summary>
/// Writes a document as a workbook: its text, a sheet for each table with its head kept in view, a filter and numbers as numbers, a sheet for each
/// chart, and the sources of its figures. The same document gives the same bytes.
/// </summary>
public static class XlsxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(Paper paper) => Pack(book =>
    {
        book.Add(SheetNames.Text, Grid.OfText(paper));
        foreach (var block in paper.Blocks)
            if (block is Table table) book.Add(table.Title.Length > 0 ? table.Title : paper.Kind, Grid.Of(table));
            else if (block is Chart chart) book.Add(chart.Title, Grid.Of(chart), chart);
        book.Add(paper.Annex.Title, Grid.OfFigures(paper));
    });

    /// <summary>The data of one chart.</summary>
    public static byte[] WriteData(Chart chart, string sheet) => Pack(book => book.Add(sheet, Grid.Of(chart)));

    static byte[] Pack(Action<Book> write)
    {
        using var buffer = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var part = package.AddWorkbookPart();
            package.ChangeIdOfPart(part, "rWorkbook");
            var book = new Book(part);
            write(book);
            book.Save();
        }

        return SteadyPackage.Of(buffer);
    }

    /// <summary>The workbook being written.</summary>
    sealed class Book(WorkbookPart part)
    {
        readonly List<(string Name, string Id)> _sheets = [];

        public void Add(string name, Grid grid, Chart? chart = null)
        {
            var id = $"rSheet{(_sheets.Count + 1).ToString(CultureInfo.InvariantCulture)}";
            var title = SheetNames.Of(name, _sheets.Select(s => s.Name));
            _sheets.Add((title, id));
            var sheet = part.AddNewPart<WorksheetPart>(id);
            if (chart is not null) SheetDrawing.Add(sheet, ChartXml.Of(chart, title, null));
            ChartParts.Feed(sheet, SheetXml.Of(grid, chart is null ? null : SheetDrawing.Id));
        }

        public void Save()
        {
            ChartParts.Feed(part.AddNewPart<WorkbookStylesPart>("rStyles"), SheetXml.Styles());
            ChartParts.Feed(part, SheetXml.Workbook(_sheets));
        }
    }
}

static class SheetNames
{
    public const string Text = "正文";
    const int Longest = 31;

    /// <summary>The name without what a sheet's name must not hold, short enough, and taken by no other sheet.</summary>
    public static string Of(string name, IEnumerable<string> taken)
    {
        var safe = string.Concat(Texts.Line(name).Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        if (safe.Length == 0) safe = "sheet";
        var (used, number) = (taken.Select(t => t.ToUpperInvariant()).ToHashSet(), 1);
        var unique = Cut(safe, Longest);
        while (used.Contains(unique.ToUpperInvariant())) unique = Cut(safe, Longest - 4) + $" ({++number})";
        return unique;
    }

    static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
