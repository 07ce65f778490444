using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Suite.OfficialDocuments;

namespace Suite.Tasks.Export.Files;

/// <summary>
/// Writes a plan as a workbook of one sheet: the heading stays in sight and comes again on every printed page, rows can be filtered, cells are
/// merged as in the Word document.
/// </summary>
static class XlsxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Characters a cell can hold; the format's own limit.</summary>
    public const int MaxCellCharacters = 32_767;

    const string SheetName = "任务分解表";

    public static byte[] Write(PlanTable table)
    {
        using var buffer = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            package.ChangeIdOfPart(book, "rWorkbook");
            var styles = book.AddNewPart<WorkbookStylesPart>("rStyles");
            styles.Stylesheet = XlsxStyles.Sheet();
            styles.Stylesheet.Save();
            var strings = new SharedStrings();
            var sheet = new XlsxSheet(table, strings);
            sheet.Write(book.AddNewPart<WorksheetPart>("rSheet"));
            strings.Write(book.AddNewPart<SharedStringTablePart>("rStrings"));
            book.Workbook = Book(sheet);
            book.Workbook.Save();
        }

        return SteadyPackage.Of(buffer);
    }

    static Workbook Book(XlsxSheet sheet) => new(
        new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = "rSheet" }),
        new DefinedNames(
            new DefinedName($"'{SheetName}'!{sheet.FilterRange}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true },
            new DefinedName($"'{SheetName}'!${sheet.HeadRow}:${sheet.HeadRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
}
