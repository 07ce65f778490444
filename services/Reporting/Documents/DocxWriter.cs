using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Documents;

/// <summary>Writes a document as a Word document in the layout of official documents (GB/T 9704-2012). The same document gives the same bytes.</summary>
public static class DocxWriter
{
    public const string ContentType = OfficialDocx.ContentType;

    /// <param name="withComments">The sources of each figure also stand as a comment beside it.</param>
    public static byte[] Write(Paper paper, bool withComments = false) => OfficialDocx.Write(main =>
    {
        var comments = withComments ? new CommentBook() : null;
        main.Document = new(BodyOf(paper, main, comments));
        main.Document.Save();
        comments?.Write(main);
    });

    static Body BodyOf(Paper paper, MainDocumentPart main, CommentBook? comments)
    {
        var (body, marks) = (new Body(), new MarkWriter(comments));
        var writer = new BlockWriter(marks, new ChartParts(main));
        body.Append(HeadWriter.Write(paper));
        body.Append(paper.Blocks.SelectMany(block => writer.Write(block, PageLayout.TextWidth, "TableText")));
        body.Append(TailWriter.Write(paper, PageLayout.Portrait(OfficialDocx.OddFooter, OfficialDocx.EvenFooter)));
        body.Append(TailWriter.WriteAnnexHead(paper.Annex));
        body.Append(writer.Write(paper.Annex.Sources, PageLayout.LandscapeTextWidth, "AnnexText"));
        if (paper.Annex.Closing.Length > 0) body.Append(Styled.Line("TableText", paper.Annex.Closing));
        body.Append(PageLayout.Landscape(OfficialDocx.OddFooter, OfficialDocx.EvenFooter));
        return body;
    }
}
