using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.Reporting.Bulletins;

namespace Suite.Reporting.Documents;

/// <summary>Writes a bulletin as a Word document in the layout of official documents (GB/T 9704-2012). The same bulletin gives the same bytes.</summary>
public static class DocxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    const string OddFooter = "rFooterOdd";
    const string EvenFooter = "rFooterEven";

    public static byte[] Write(Bulletin bulletin)
    {
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rDocument");
            main.AddNewPart<StyleDefinitionsPart>("rStyles").Fill("styles.xml");
            main.AddNewPart<FontTablePart>("rFonts").Fill("fontTable.xml");
            main.AddNewPart<DocumentSettingsPart>("rSettings").Fill("settings.xml");
            main.AddNewPart<FooterPart>(OddFooter).Fill("footerOdd.xml");
            main.AddNewPart<FooterPart>(EvenFooter).Fill("footerEven.xml");
            main.Document = new(BodyOf(bulletin));
            main.Document.Save();
        }

        return SteadyPackage.Of(buffer);
    }

    static Body BodyOf(Bulletin bulletin)
    {
        var (body, marks) = (new Body(), new MarkWriter());
        var writer = new BlockWriter(marks);
        body.Append(HeadWriter.Write(bulletin));
        body.Append(bulletin.Blocks.SelectMany(block => writer.Write(block, PageLayout.TextWidth, "TableText")));
        body.Append(TailWriter.Write(bulletin, PageLayout.Portrait(OddFooter, EvenFooter)));
        body.Append(TailWriter.WriteAnnexHead(bulletin.Annex));
        body.Append(writer.Write(bulletin.Annex.Sources, PageLayout.LandscapeTextWidth, "AnnexText"));
        body.Append(PageLayout.Landscape(OddFooter, EvenFooter));
        return body;
    }

    static void Fill(this OpenXmlPart part, string resource)
    {
        using var xml = typeof(DocxWriter).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly has no resource {resource}.");
        part.FeedData(xml);
    }
}
