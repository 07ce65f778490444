using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Suite.Reporting.Documents;
using Suite.Reporting.Facts;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;

namespace Suite.Reporting.Tests.Documents;

public sealed class KindTests
{
    public static TheoryData<PaperKind, string> Kinds =>
        [.. Enum.GetValues<PaperKind>().SelectMany(kind => new[] { "zh-CN", "en" }.Select(language => new TheoryDataRow<PaperKind, string>(kind, language)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WriteAll_EveryKind_IsValidInEveryFormat(PaperKind kind, string language)
    {
        var files = PaperWriter.WriteAll(Paper(kind, language)).ToDictionary(f => f.Format, f => f.Content);

        using var docx = new Opened(files[FileFormat.Docx]);
        docx.ShouldBeValid();
        using var commented = new Opened(files[FileFormat.DocxWithComments]);
        commented.ShouldBeValid();
        ShouldBeValid(files[FileFormat.Xlsx]);
        ShouldStandAlone(files[FileFormat.Html]);
    }

    [Theory]
    [InlineData("</w:t><script>alert(1)</script>]]>&lt;\"'")]
    [InlineData("\0\u0001\ufffe行\ud800=HYPERLINK(\"http://x\")")]
    [InlineData("")]
    public void WriteAll_HostileNames_StayTexts(string text)
    {
        var task = new KnownTask
        {
            Name = "plans/2024/tasks/1", Plan = "plans/2024", Number = 1, Section = text, Target = text, DueQuarters = [1, 2], LeadUnits = [new("units/a", text)],
            Leaders = [new("people/p", text, 1)], SupportingUnits = [new("units/b", text)], Promises = [new("c", true, text, text, 5, true, true)],
        };
        var plan = new KnownPlan { Name = "plans/2024", Title = text, Year = 2024, Issuer = text, TaskCount = 1, IssueTime = Sample.Now };
        var facts = new PlanFacts(plan, Sample.Now, 1, [task], [], [], []);

        foreach (var kind in Enum.GetValues<PaperKind>())
        {
            var files = PaperWriter.WriteAll(Sample.Paper(facts, kind, SubjectOf(kind, "units/a", "people/p"))).ToDictionary(f => f.Format, f => f.Content);
            using var docx = new Opened(files[FileFormat.Docx]);
            docx.ShouldBeValid();
            ShouldBeValid(files[FileFormat.Xlsx]);
            ShouldStandAlone(files[FileFormat.Html]);
        }
    }

    [Fact]
    public void WriteAll_SamePaperLater_GivesTheSameBytes()
    {
        Hashes().ShouldBe(Hashes());

        static List<string> Hashes() => [.. PaperWriter.WriteAll(Paper(PaperKind.Bulletin)).Select(f => $"{f.Format} {ReportBinder.HashOf(f.Content)}")];
    }

    [Fact]
    public void Docx_Charts_AreNativeWithTheirDataInside()
    {
        using var zip = new ZipArchive(new MemoryStream(DocxWriter.Write(Paper(PaperKind.Bulletin))));

        zip.Entries.ShouldContain(e => e.FullName.Contains("charts/chart", StringComparison.Ordinal));
        var data = zip.Entries.Single(e => e.FullName.Contains("/embeddings/", StringComparison.Ordinal));
        using var copy = new MemoryStream();
        using (var open = data.Open()) open.CopyTo(copy);
        ShouldBeValid(copy.ToArray());
    }

    [Fact]
    public void Xlsx_Tables_HaveNumbersFiltersAndAHeadInView()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(XlsxWriter.Write(Paper(PaperKind.LeagueTable))), isEditable: false);
        var name = book.WorkbookPart!.Workbook.Descendants<Sheet>().First(s => s.Name!.Value!.Contains("各牵头单位排名", StringComparison.Ordinal));
        var sheet = ((WorksheetPart)book.WorkbookPart.GetPartById(name.Id!)).Worksheet;

        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        sheet.Descendants<AutoFilter>().ShouldHaveSingleItem();
        var first = sheet.Descendants<Row>().ElementAt(1).Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList();
        first[0].DataType.ShouldBeNull();
        first[0].CellValue!.Text.ShouldBe("1");
        first[1].DataType!.Value.ShouldBe(CellValues.InlineString);
    }

    [Fact]
    public void Xlsx_LongTexts_HaveTheirLinesAndAllColumnsStandOnOnePage()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(XlsxWriter.Write(Paper(PaperKind.Bulletin))), isEditable: false);
        var sheets = book.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet).ToList();

        var text = ((WorksheetPart)book.WorkbookPart.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().First().Id!)).Worksheet;
        text.Descendants<Row>().Where(r => r.InnerText.Length > 120).ShouldAllBe(r => r.Height! >= 45);
        sheets.ShouldAllBe(s => s.Descendants<PageSetup>().Single().FitToHeight! == 0u && s.SheetProperties!.PageSetupProperties!.FitToPage!);
    }

    [Fact]
    public void Html_EveryFigure_IsLinkedToItsSourcesAndBack()
    {
        var paper = Paper(PaperKind.Bulletin);
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(HtmlWriter.Write(paper)));

        foreach (var figure in paper.Figures)
        {
            page.GetElementById($"f{figure.Ordinal}")!.GetAttribute("data-figure").ShouldBe(figure.Key);
            page.GetElementById($"t{figure.Ordinal}").ShouldNotBeNull($"{figure}");
        }

        page.QuerySelectorAll("a[href]").ShouldAllBe(a => page.GetElementById(a.GetAttribute("href")!.Substring(1)) != null);
        page.QuerySelectorAll("table").ShouldAllBe(t => t.QuerySelectorAll("th[scope=col]").Length > 0);
    }

    static Paper Paper(PaperKind kind, string language = "zh-CN") =>
        Sample.Paper(Sample.Quarter(), kind, SubjectOf(kind, "units/education", "people/leader-1"), language);

    static string SubjectOf(PaperKind kind, string unit, string person) => kind switch { PaperKind.Scorecard => unit, PaperKind.Portfolio => person, _ => "" };

    static void ShouldBeValid(byte[] workbook)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    static void ShouldStandAlone(byte[] html)
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(html));
        page.QuerySelectorAll("script, link, img, iframe, object, [src], [onclick]").ShouldBeEmpty();
        page.QuerySelectorAll("h1").ShouldHaveSingleItem();
        page.DocumentElement.GetAttribute("lang").ShouldNotBeNullOrEmpty();
    }
}
