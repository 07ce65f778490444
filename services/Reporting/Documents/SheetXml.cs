using System.Globalization;
using System.Xml.Linq;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Documents;

/// <summary>Sheets, styles and workbook in SpreadsheetML (ECMA-376 part 1, 18). Texts stand in their cells, so none can be taken for a formula.</summary>
static class SheetXml
{
    /// <summary>Excel takes no more in one cell.</summary>
    const int LongestText = 32_000;

    /// <summary>In points; Excel's own limit is 409.5.</summary>
    const int TallestRow = 405;

    const int LineHeight = 15;

    static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="drawing">Relationship of the sheet's drawing; null where it has none.</param>
    public static XDocument Of(Grid grid, string? drawing)
    {
        var columns = grid.Widths.Count;
        return Document(new(S + "worksheet", new XAttribute(XNamespace.Xmlns + "r", R),
            new XElement(S + "sheetPr", new XElement(S + "pageSetUpPr", new XAttribute("fitToPage", 1))),
            new XElement(S + "sheetViews", new XElement(S + "sheetView", new XAttribute("workbookViewId", 0), grid.Head
                ? new XElement(S + "pane", new XAttribute("ySplit", 1), new XAttribute("topLeftCell", "A2"), new XAttribute("activePane", "bottomLeft"), new XAttribute("state", "frozen"))
                : null)),
            new XElement(S + "cols", grid.Widths.Select((width, at) => new XElement(S + "col",
                new XAttribute("min", at + 1), new XAttribute("max", at + 1), new XAttribute("width", width), new XAttribute("customWidth", 1)))),
            new XElement(S + "sheetData", grid.Rows.Select((row, at) => Row(row, at + 1, grid.Head && at == 0, grid.Widths))),
            grid.Head && grid.Rows.Count > 1 ? new XElement(S + "autoFilter", new XAttribute("ref", $"A1:{Column(columns - 1)}{grid.Rows.Count}")) : null,
            // On paper: A4 turned, as many pages high as it takes, never wider than one.
            new XElement(S + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("fitToHeight", 0), new XAttribute("orientation", "landscape")),
            drawing is null ? null : new XElement(S + "drawing", new XAttribute(R + "id", drawing))));
    }

    public static XDocument Workbook(IReadOnlyList<(string Name, string Id)> sheets) => Document(new(S + "workbook", new XAttribute(XNamespace.Xmlns + "r", R),
        new XElement(S + "sheets", sheets.Select((sheet, at) => new XElement(S + "sheet",
            new XAttribute("name", sheet.Name), new XAttribute("sheetId", at + 1), new XAttribute(R + "id", sheet.Id))))));

    /// <summary>0: plain, wrapped; 1: head; 2: number.</summary>
    public static XDocument Styles() => Document(new(S + "styleSheet",
        new XElement(S + "fonts", Font(false), Font(true)),
        new XElement(S + "fills", Fill("none"), Fill("gray125"), Fill("solid", "FFD9E2F3")),
        new XElement(S + "borders", new XElement(S + "border", new XElement(S + "left"), new XElement(S + "right"), new XElement(S + "top"), new XElement(S + "bottom"), new XElement(S + "diagonal"))),
        new XElement(S + "cellStyleXfs", Format(0, 0)),
        new XElement(S + "cellXfs", Format(0, 0, wrapped: true), Format(1, 2, wrapped: true), Format(0, 0))));

    static XElement Row(IReadOnlyList<object?> cells, int number, bool head, IReadOnlyList<int> widths) => new(S + "row", new XAttribute("r", number), Height(cells, widths),
        cells.Select((value, at) => Cell(value, $"{Column(at)}{number}", head)).OfType<XElement>());

    /// <summary>Of the lines of the highest cell; not every program works it out by itself. None for a single line.</summary>
    static IEnumerable<XAttribute> Height(IReadOnlyList<object?> cells, IReadOnlyList<int> widths)
    {
        var lines = cells.Index().Max(cell => cell.Item is string text ? (int)Math.Ceiling(TextMeasure.Ems(text) * 2 / Math.Max(1, widths[cell.Index] - 1)) : 1);
        return lines > 1 ? [new("ht", Math.Min(TallestRow, lines * LineHeight)), new("customHeight", 1)] : [];
    }

    static XElement? Cell(object? value, string place, bool head) => value switch
    {
        null or "" => null,
        decimal number => new(S + "c", new XAttribute("r", place), new XAttribute("s", head ? 1 : 2), new XElement(S + "v", Texts.Number(number))),
        _ => new(S + "c", new XAttribute("r", place), new XAttribute("s", head ? 1 : 0), new XAttribute("t", "inlineStr"),
            new XElement(S + "is", new XElement(S + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Short((string)value)))),
    };

    static string Short(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];

    static XElement Font(bool bold) => new(S + "font", bold ? new XElement(S + "b") : null, new XElement(S + "sz", new XAttribute("val", 11)), new XElement(S + "name", new XAttribute("val", "宋体")));

    static XElement Fill(string pattern, string? colour = null) => new(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", pattern),
        colour is null ? null : new XElement(S + "fgColor", new XAttribute("rgb", colour))));

    static XElement Format(int font, int fill, bool wrapped = false) => new(S + "xf",
        new XAttribute("numFmtId", 0), new XAttribute("fontId", font), new XAttribute("fillId", fill), new XAttribute("borderId", 0),
        wrapped ? new XElement(S + "alignment", new XAttribute("vertical", "center"), new XAttribute("wrapText", 1)) : null);

    /// <summary>A, B, …, Z, AA, ….</summary>
    static string Column(int at) => at < 26 ? ((char)('A' + at)).ToString(CultureInfo.InvariantCulture) : Column((at / 26) - 1) + Column(at % 26);

    static XDocument Document(XElement root) => new(new XDeclaration("1.0", "UTF-8", "yes"), root);
}
