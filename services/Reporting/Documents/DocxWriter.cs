using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Suite.OfficialDocuments;
using Suite.Reporting.Papers;
using Suite.Reporting.Templates;

namespace Suite.Reporting.Documents;

/// <summary>Writes a document as a Word document with a template. The same document and template give the same bytes.</summary>
public static class DocxWriter
{
    public const string ContentType = OfficialDocx.ContentType;

    /// <param name="template">A template that was checked; null for the one that is built in.</param>
    /// <param name="withComments">The sources of each figure also stand as a comment beside it.</param>
    public static byte[] Write(Paper paper, byte[]? template = null, bool withComments = false)
    {
        using var buffer = new MemoryStream();
        buffer.Write(template ?? BuiltInTemplate.Content);
        using (var package = WordprocessingDocument.Open(buffer, isEditable: true))
        {
            var main = package.MainDocumentPart!;
            var comments = withComments ? new CommentBook() : null;
            var writer = new BlockWriter(new MarkWriter(comments), new ChartParts(main));
            new TemplateFiller(block => Elements(writer, paper, block), () => TailWriter.Write(paper)).Fill(main, TemplateFields.Of(paper));
            main.Document.Save();
            comments?.Write(main);
        }

        return SteadyPackage.Of(buffer);
    }

    static IEnumerable<OpenXmlElement> Elements(BlockWriter writer, Paper paper, Block block) => ReferenceEquals(block, paper.Annex.Digest)
        ? writer.Write(block, PageLayout.LandscapeTextWidth, "AnnexText")
        : writer.Write(block, PageLayout.TextWidth, "TableText");
}
