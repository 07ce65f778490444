using Suite.Reporting.Documents;
using Suite.Reporting.Reports;

namespace Suite.Reporting.Api;

/// <summary>Names and types of the files of a report.</summary>
static class Files
{
    public static string NameOf(ReportRecord report, FileFormat format) => report.FileName + format switch
    {
        FileFormat.Docx => ".docx",
        FileFormat.DocxWithComments => "-comments.docx",
        FileFormat.Xlsx => ".xlsx",
        FileFormat.Html => ".html",
        FileFormat.Pdf => ".pdf",
        _ => throw new InvalidOperationException($"{format} has no ending."),
    };

    public static string TypeOf(FileFormat format) => format switch
    {
        FileFormat.Docx or FileFormat.DocxWithComments => DocxWriter.ContentType,
        FileFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileFormat.Pdf => "application/pdf",
        FileFormat.Html => "text/html; charset=utf-8",
        _ => throw new InvalidOperationException($"{format} has no type."),
    };
}
