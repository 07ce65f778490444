using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Suite.Tasks.Tests.Api;

/// <summary>A table in the published layout as Word and Excel files, written by another library than the one that reads them.</summary>
static class OfficeEditions
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Word(string table)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var body = new W.Body();
            W.Table? open = null;
            foreach (var cells in Rows(table))
                if (cells.Length == 1) body.Append(Paragraph(cells[0]));
                else
                {
                    if (open is null) body.Append(open = new W.Table());
                    open.Append(new W.TableRow(cells.Select(c => new W.TableCell(Paragraph(c)))));
                }
            document.AddMainDocumentPart().Document = new W.Document(body);
        }
        return file.ToArray();
    }

    public static byte[] Workbook(string table)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new S.Worksheet(new S.SheetData(Rows(table).Select(cells => new S.Row(cells.Select(Cell)))));
            book.Workbook = new S.Workbook(new S.Sheets(new S.Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "分解表" }));
        }
        return file.ToArray();
    }

    static IEnumerable<string[]> Rows(string table) => table.Split('\n').Where(l => l.Length > 0).Select(l => l.Split('\t'));

    static S.Cell Cell(string text) =>
        new(new S.InlineString(new S.Text(text.Replace("<b>", "").Replace("</b>", "")))) { DataType = S.CellValues.InlineString };

    static W.Paragraph Paragraph(string text) => new(text.Split("<b>").SelectMany(part => part.Split("</b>") switch
    {
        [var bold, var rest] => new[] { Run(bold, new W.RunProperties(new W.Bold())), Run(rest, null) },
        var plain => [Run(plain[0], null)],
    }));

    static W.Run Run(string text, W.RunProperties? properties) =>
        new([.. new OpenXmlElement?[] { properties, new W.Text(text) { Space = SpaceProcessingModeValues.Preserve } }.OfType<OpenXmlElement>()]);
}
