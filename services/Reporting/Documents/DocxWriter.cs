using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;
using Suite.Reporting.Papers;
using Suite.Reporting.Templates;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

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
            var writer = new BlockWriter(new MarkWriter(comments), new ChartParts(main), new StyleSizes(main));
            new TemplateFiller(block => Elements(writer, paper, block), () => TailWriter.Write(paper)).Fill(main, TemplateFields.Of(paper));
            main.Document.Save();
            comments?.Write(main);
        }

        return SteadyPackage.Of(buffer);
    }

    static IEnumerable<OpenXmlElement> Elements(BlockWriter writer, Paper paper, Block block) => ReferenceEquals(block, paper.Annex.Digest)
        ? writer.Write(block, PageLayout.LandscapeTextWidth, "AnnexText")
        : Kept(writer.Write(block, PageLayout.TextWidth, "TableText"), ReferenceEquals(block, paper.Blocks[^1]));

    /// <summary>The end of the text stays with what stands below it: a page with nothing but the signature is no page of an official document.</summary>
    static IEnumerable<OpenXmlElement> Kept(IEnumerable<OpenXmlElement> elements, bool last)
    {
        foreach (var element in elements)
        {
            if (last)
                foreach (var paragraph in element is Table table ? table.Elements<TableRow>().Last().Descendants<Paragraph>() : [(Paragraph)element])
                    (paragraph.ParagraphProperties ??= new()).KeepNext = new();
            yield return element;
        }
    }
}
