using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Suite.Tasks.Export;
using Suite.Tasks.Export.Files;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>The workbook as a spreadsheet sees it.</summary>
public sealed class XlsxFileTests
{
    private static readonly PlanTable Table = Exported.Layout(new PlanReader().Read(File.ReadAllText(Seeds.Plan)));

    [Fact]
    public void Xlsx_SeedPlan_IsValidAndSteady()
    {
        var bytes = ExportFormat.Xlsx.Write(Table);
        using var opened = Open(bytes);

        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(opened).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        ExportFormat.Xlsx.Write(Table).ShouldBe(bytes);
    }

    [Fact]
    public void Xlsx_SeedPlan_HasEveryCellOfTheTable()
    {
        using var opened = Open(ExportFormat.Xlsx.Write(Table));
        var tasks = Rows(opened).Skip(Table.Heading.Count + 1).Select(r => r.Skip(1).ToList()).Where(r => r[0].Length > 0).ToList();

        Rows(opened)[Table.Heading.Count].ShouldBe(Table.Columns.Select(c => c.Title));
        tasks.Select(r => string.Join('|', r)).ShouldBe(
            Table.Sections.SelectMany(s => s.Groups).SelectMany(g => g.Rows).Select(l => string.Join('|', l.Cells.Select(c => c.Text))));
        Rows(opened).Where(r => r[0].Contains('《', StringComparison.Ordinal) && r.Skip(1).All(c => c.Length == 0)).Count().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Xlsx_SeedPlan_IsFrozenFilteredAndPrintedWithItsHeading()
    {
        using var opened = Open(ExportFormat.Xlsx.Write(Table));
        var sheet = Sheet(opened);
        var head = Table.Heading.Count + 1;

        sheet.Descendants<Pane>().Single().VerticalSplit!.Value.ShouldBe(head);
        sheet.Elements<AutoFilter>().Single().Reference!.Value.ShouldStartWith($"A{head}:F");
        opened.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text.ShouldEndWith($"!${head}:${head}");
        sheet.Elements<PageSetup>().Single().Orientation!.Value.ShouldBe(OrientationValues.Landscape);
        var wide = Table.Heading.Count + Table.Sections.Sum(s => s.Titles.Count);
        sheet.Descendants<MergeCell>().Count().ShouldBe(wide + Table.Sections.SelectMany(s => s.Groups).Count(g => g.Rows.Count > 1));
    }

    [Theory]
    [InlineData("_x0041_ 与 =SUM(A1) 与 <b> & ]]>")]
    [InlineData("\u0001\uffff行\ud800")]
    public void Xlsx_HostileTexts_StayTexts(string text)
    {
        var cell = CellContent.Plain(text);
        PlanTable table = new([], Table.Columns, [new([], [new(cell, [new(1, [cell, cell, cell, cell, cell])])])], Draft: false);
        using var opened = Open(ExportFormat.Xlsx.Write(table));

        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(opened).ShouldBeEmpty();
        Rows(opened)[^1][1].ShouldBe(cell.Text.Replace("_x0041_", "_x005F_x0041_", StringComparison.Ordinal));
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static Worksheet Sheet(SpreadsheetDocument opened) => opened.WorkbookPart!.WorksheetParts.Single().Worksheet;

    private static List<List<string>> Rows(SpreadsheetDocument opened)
    {
        var strings = opened.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToList();
        return [.. Sheet(opened).Descendants<Row>().Select(r => r.Elements<Cell>()
            .Select(c => c.CellValue is null ? "" : strings[int.Parse(c.CellValue.Text, System.Globalization.CultureInfo.InvariantCulture)]).ToList())];
    }
}
