using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Suite.OfficialDocuments;

/// <summary>Packs a Word document with the styles, fonts and page numbers of official documents (GB/T 9704-2012).</summary>
public static class OfficialDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Relationship of the page number of odd pages.</summary>
    public const string OddFooter = "rFooterOdd";

    /// <summary>Relationship of the page number of even pages.</summary>
    public const string EvenFooter = "rFooterEven";

    /// <param name="write">Writes the main part. The same content gives the same bytes.</param>
    public static byte[] Write(Action<MainDocumentPart> write)
    {
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rDocument");
            Fill(main.AddNewPart<StyleDefinitionsPart>("rStyles"), "styles.xml");
            Fill(main.AddNewPart<FontTablePart>("rFonts"), "fontTable.xml");
            Fill(main.AddNewPart<DocumentSettingsPart>("rSettings"), "settings.xml");
            Fill(main.AddNewPart<FooterPart>(OddFooter), "footerOdd.xml");
            Fill(main.AddNewPart<FooterPart>(EvenFooter), "footerEven.xml");
            write(main);
        }

        return SteadyPackage.Of(buffer);
    }

    static void Fill(OpenXmlPart part, string resource)
    {
        using var xml = typeof(OfficialDocx).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly has no resource {resource}.");
        part.FeedData(xml);
    }
}
