using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;
using Suite.Tasks.Export;
using Suite.Tasks.Export.Files;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>The Word document as a word processor sees it.</summary>
public sealed class DocxFileTests
{
    private static readonly PlanTable Table = Exported.Layout(new PlanReader().Read(File.ReadAllText(Seeds.Plan)));

    [Fact]
    public void Docx_SeedPlan_IsValidAndSteady()
    {
        var bytes = ExportFormat.Docx.Write(Table);
        using var opened = Open(bytes);

        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(opened).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        ExportFormat.Docx.Write(Table).ShouldBe(bytes);
    }

    [Fact]
    public void Docx_SeedPlan_HasEveryCellOfTheTable()
    {
        using var opened = Open(ExportFormat.Docx.Write(Table));
        var rows = Rows(opened);

        rows[0].Descendants<TableHeader>().ShouldHaveSingleItem();
        rows[0].Elements<TableCell>().Select(c => c.InnerText).ShouldBe(Table.Columns.Select(c => c.Title.Replace("\n", "", StringComparison.Ordinal)));
        var tasks = rows.Where(r => r.Elements<TableCell>().Count() == 6).Skip(1).ToList();
        tasks.Count.ShouldBe(349);
        tasks.Select(r => Words(r.Elements<TableCell>().Skip(1))).ShouldBe(Lines().Select(l => string.Join('|', l.Cells.Select(c => c.Text))));
        rows.Where(r => r.Elements<TableCell>().Count() == 1).Select(r => r.InnerText).ShouldBe(Table.Sections.SelectMany(s => s.Titles));
    }

    [Fact]
    public void Docx_TasksOfOneWording_ShareOneMergedCell()
    {
        using var opened = Open(ExportFormat.Docx.Write(Table));
        var merges = opened.MainDocumentPart!.Document.Descendants<VerticalMerge>().ToList();

        var groups = Table.Sections.SelectMany(s => s.Groups).Where(g => g.Rows.Count > 1).ToList();
        merges.Count(m => m.Val!.Value == MergedCellValues.Restart).ShouldBe(groups.Count);
        merges.Count.ShouldBe(groups.Sum(g => g.Rows.Count));
    }

    [Fact]
    public void Docx_Quarters_AreBold()
    {
        using var opened = Open(ExportFormat.Docx.Write(Table));

        var bold = opened.MainDocumentPart!.Document.Descendants<Run>().Where(r => r.RunProperties?.Bold is not null).Select(r => r.InnerText).ToList();
        bold.Count(b => b == "一季度：").ShouldBeGreaterThan(200);
        bold.ShouldContain("散裂中子源开放基金：");
    }

    [Fact]
    public void Docx_Draft_SaysSoOnEveryPage_AndNotInTheText()
    {
        using var draft = Open(ExportFormat.Docx.Write(Table));
        using var issued = Open(ExportFormat.Docx.Write(Table with { Draft = false }));

        draft.MainDocumentPart!.HeaderParts.ShouldHaveSingleItem().Header.InnerText.ShouldBe(PlanTable.DraftMark);
        issued.MainDocumentPart!.HeaderParts.ShouldBeEmpty();
        draft.MainDocumentPart.Document.InnerText.ShouldBe(issued.MainDocumentPart.Document.InnerText);
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static List<TableRow> Rows(WordprocessingDocument opened) =>
        [.. opened.MainDocumentPart!.Document.Body!.Elements<Table>().Single().Elements<TableRow>()];

    private static IEnumerable<TaskLine> Lines() => Table.Sections.SelectMany(s => s.Groups).SelectMany(g => g.Rows);

    private static string Words(IEnumerable<TableCell> cells) =>
        string.Join('|', cells.Select(c => string.Join('\n', c.Elements<Paragraph>().Select(p => p.InnerText))));
}
