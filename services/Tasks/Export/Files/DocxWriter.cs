using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;

namespace Suite.Tasks.Export.Files;

/// <summary>Writes a plan as a Word document, row by row, on A4 in landscape with the page numbers of official documents.</summary>
static class DocxWriter
{
    const string DraftHeader = "rDraft";

    public static byte[] Write(PlanTable table) => OfficialDocx.Write(main =>
    {
        if (table.Draft) AddDraftHeader(main);
        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        foreach (var line in table.Heading) writer.WriteElement(Heading(line));
        WriteTable(writer, table);
        // A table is followed by a paragraph; this one takes no room.
        writer.WriteElement(Styled.Line("AfterTable", ""));
        writer.WriteElement(Page(table));
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    static void WriteTable(OpenXmlWriter writer, PlanTable table)
    {
        var rows = new DocxTable(table.Columns);
        writer.WriteStartElement(new Table());
        foreach (var part in rows.Properties()) writer.WriteElement(part);
        writer.WriteElement(rows.Head());
        foreach (var section in table.Sections)
        {
            foreach (var title in section.Titles) writer.WriteElement(rows.Section(title));
            foreach (var group in section.Groups)
                foreach (var (i, row) in group.Rows.Index())
                    writer.WriteElement(rows.Row(group, row, first: i == 0));
        }

        writer.WriteEndElement();
    }

    static Paragraph Heading(HeadingLine line) => Styled.Line(
        line.Kind switch
        {
            HeadingKind.Title => "Title",
            HeadingKind.Scope => "PlanScope",
            HeadingKind.Note => "PlanNote",
            _ => "AnnexLabel",
        },
        line.Text);

    static SectionProperties Page(PlanTable table)
    {
        var page = PageLayout.Landscape(OfficialDocx.OddFooter, OfficialDocx.EvenFooter);
        if (!table.Draft) return page;
        page.PrependChild(new HeaderReference { Type = HeaderFooterValues.Even, Id = DraftHeader });
        page.PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = DraftHeader });
        return page;
    }

    static void AddDraftHeader(MainDocumentPart main)
    {
        var header = main.AddNewPart<HeaderPart>(DraftHeader);
        header.Header = new(Styled.Line("PlanDraft", PlanTable.DraftMark));
        header.Header.Save();
    }
}
