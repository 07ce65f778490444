using Suite.Reporting.Papers;
using Suite.Reporting.Reports;

namespace Suite.Reporting.Documents;

/// <summary>Writes a document in every format that is kept with it. The same document and template give the same bytes.</summary>
public static class PaperWriter
{
    public static IEnumerable<(FileFormat Format, byte[] Content)> WriteAll(Paper paper, byte[]? template = null) =>
    [
        (FileFormat.Docx, DocxWriter.Write(paper, template)),
        (FileFormat.DocxWithComments, DocxWriter.Write(paper, template, withComments: true)),
        (FileFormat.Xlsx, XlsxWriter.Write(paper)),
        (FileFormat.Html, HtmlWriter.Write(paper)),
    ];
}
