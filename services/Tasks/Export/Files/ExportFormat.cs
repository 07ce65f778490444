using Suite.OfficialDocuments;

namespace Suite.Tasks.Export.Files;

/// <summary>A kind of file a plan is written to.</summary>
/// <param name="Extension">Of the file's name, with its dot.</param>
/// <param name="Write">The same table gives the same bytes.</param>
public sealed record ExportFormat(string Extension, string ContentType, Func<PlanTable, byte[]> Write)
{
    /// <summary>A Word document.</summary>
    public static ExportFormat Docx { get; } = new(".docx", OfficialDocx.ContentType, DocxWriter.Write);

    /// <summary>An Excel workbook of one sheet.</summary>
    public static ExportFormat Xlsx { get; } = new(".xlsx", XlsxWriter.ContentType, XlsxWriter.Write);
}
