using System.Net;
using System.Security;
using System.Text;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Documents;

namespace Suite.Tasks.Decomposition.Tests.Documents;

/// <summary>Writes the blocks of a text in every other form, with their paragraphs and bold runs where the form has them.</summary>
internal static class Editions
{
    internal static readonly string[] Forms = ["csv", "csv-gb18030", "tsv", "html", "docx", "xlsx"];

    internal static SourceDocument Of(string table) => new FileReader(ReaderOptions.Default).ReadText(table).Document;

    internal static byte[] Write(SourceDocument document, string form) => form switch
    {
        "csv" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Separated(document, ','))],
        "csv-gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Separated(document, ',')),
        "tsv" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Separated(document, '\t'))],
        "html" => Encoding.UTF8.GetBytes(Html(document)),
        "docx" => OfficeFile.Word(string.Concat(document.Blocks.Select(b => b is Grid grid ? WordTable(grid) : WordParagraphs(((Paragraph)b).Text)))),
        _ => OfficeFile.Workbook([("Sheet1", "", $"<sheetData>{Sheet(document)}</sheetData>")]),
    };

    internal static string ContentType(string form) => form switch
    {
        "tsv" => "text/tab-separated-values",
        "html" => "text/html",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/csv",
    };

    private static IEnumerable<IReadOnlyList<CellText>> Rows(SourceDocument document) => document.Blocks.SelectMany(block =>
        block is Grid grid ? grid.Rows.Select(r => (IReadOnlyList<CellText>)[.. r.Cells.Select(c => c.Text)]) : [[((Paragraph)block).Text]]);

    private static string Separated(SourceDocument document, char separator) => string.Concat(Rows(document).Select(row =>
        string.Join(separator, row.Select(cell => $"\"{string.Join('\n', Paragraphs(cell, Html)).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));

    private static string Html(SourceDocument document) => "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>表</title></head><body>"
        + string.Concat(document.Blocks.Select(b => b is Grid grid
            ? $"<table>{string.Concat(grid.Rows.Select(r => $"<tr>{string.Concat(r.Cells.Select(c => $"<td>{HtmlParagraphs(c.Text)}</td>"))}</tr>\n"))}</table>"
            : HtmlParagraphs(((Paragraph)b).Text)))
        + "</body></html>";

    private static string HtmlParagraphs(CellText cell) => string.Concat(Paragraphs(cell, Html).Select(p => $"<p>{p}</p>"));

    private static string Html(string words, bool isBold) => isBold ? $"<b>{WebUtility.HtmlEncode(words)}</b> " : WebUtility.HtmlEncode(words);

    private static string WordTable(Grid grid) => $"<w:tbl>{string.Concat(grid.Rows.Select(r =>
        $"<w:tr>{string.Concat(r.Cells.Select(c => $"<w:tc>{(c.Text.IsEmpty ? "<w:p/>" : WordParagraphs(c.Text))}</w:tc>"))}</w:tr>"))}</w:tbl>";

    private static string WordParagraphs(CellText cell) => string.Concat(Paragraphs(cell, (words, isBold) =>
        $"<w:r>{(isBold ? "<w:rPr><w:b/></w:rPr>" : "")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(words)}</w:t></w:r>{(isBold ? "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>" : "")}")
        .Select(p => $"<w:p>{p}</w:p>"));

    private static string Sheet(SourceDocument document) => string.Concat(Rows(document).Select((row, i) =>
        $"<row r=\"{i + 1}\">{string.Concat(row.Select(cell => cell.IsEmpty ? "<c/>" : $"<c t=\"inlineStr\"><is>{SheetRuns(cell)}</is></c>"))}</row>"));

    private static string SheetRuns(CellText cell) => string.Join("<r><t>\n</t></r>", Paragraphs(cell, (words, isBold) =>
        $"<r>{(isBold ? "<rPr><b/></rPr>" : "")}<t xml:space=\"preserve\">{SecurityElement.Escape(words)}</t></r>{(isBold ? "<r><t xml:space=\"preserve\"> </t></r>" : "")}"));

    /// <summary>The cell's paragraphs, each its runs written one after the other, with a space wherever the source had something between two characters.</summary>
    private static IEnumerable<string> Paragraphs(CellText cell, Func<string, bool, string> run) => cell.SplitParagraphs().Select(paragraph =>
    {
        var written = new StringBuilder();
        var at = 0;
        foreach (var bold in paragraph.Bold)
        {
            if (bold.Start > at) written.Append(run(Spaced(paragraph, at, bold.Start), false));
            written.Append(run(Spaced(paragraph, bold.Start, bold.End), true));
            at = bold.End;
        }
        if (at < paragraph.Text.Length) written.Append(run(Spaced(paragraph, at, paragraph.Text.Length), false));
        return written.ToString();
    });

    private static string Spaced(CellText text, int start, int end) => string.Concat(Enumerable.Range(start, end - start).Select(i =>
        i > start && text.SourceOffset(i) > text.SourceOffset(i - 1) + 1 ? $" {text.Text[i]}" : text.Text[i].ToString()));
}
