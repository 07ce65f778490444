using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;
using Suite.Reporting.Bulletins;

namespace Suite.Reporting.Documents;

/// <summary>Writes a bulletin as a Word document in the layout of official documents (GB/T 9704-2012). The same bulletin gives the same bytes.</summary>
public static class DocxWriter
{
    public const string ContentType = OfficialDocx.ContentType;

    public static byte[] Write(Bulletin bulletin) => OfficialDocx.Write(main =>
    {
        main.Document = new(BodyOf(bulletin));
        main.Document.Save();
    });

    static Body BodyOf(Bulletin bulletin)
    {
        var (body, marks) = (new Body(), new MarkWriter());
        var writer = new BlockWriter(marks);
        body.Append(HeadWriter.Write(bulletin));
        body.Append(bulletin.Blocks.SelectMany(block => writer.Write(block, PageLayout.TextWidth, "TableText")));
        body.Append(TailWriter.Write(bulletin, PageLayout.Portrait(OfficialDocx.OddFooter, OfficialDocx.EvenFooter)));
        body.Append(TailWriter.WriteAnnexHead(bulletin.Annex));
        body.Append(writer.Write(bulletin.Annex.Sources, PageLayout.LandscapeTextWidth, "AnnexText"));
        body.Append(PageLayout.Landscape(OfficialDocx.OddFooter, OfficialDocx.EvenFooter));
        return body;
    }
}
