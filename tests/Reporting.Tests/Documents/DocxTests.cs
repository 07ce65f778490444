using System.IO.Compression;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;
using Suite.Reporting.Documents;
using Suite.Reporting.Facts;

namespace Suite.Reporting.Tests.Documents;

public sealed class DocxTests
{
    [Fact]
    public void Write_SameBulletinLater_GivesTheSameBytes()
    {
        var (first, second) = (DocxWriter.Write(Sample.Bulletin(Sample.Quarter())), DocxWriter.Write(Sample.Bulletin(Sample.Quarter())));

        second.ShouldBe(first);
        using var zip = new ZipArchive(new MemoryStream(first));
        zip.Entries.ShouldAllBe(e => e.LastWriteTime.Year == 1980);
    }

    [Fact]
    public void Write_AQuarter_ReadsAsANotice()
    {
        using var opened = new Opened(DocxWriter.Write(Sample.Bulletin(Sample.Quarter())));

        opened.Lines.ShouldContain("市政府办公室");
        opened.Lines.ShouldContain("督查通报");
        opened.Lines.ShouldContain("〔2024〕第1期");
        opened.Lines.ShouldContain("市政府办公室关于2024年市政府重点工作二季度推进情况的督查通报");
        opened.Lines.Where(l => l.Length > 2 && l[1] == '、').ShouldBe(
            ["一、总体情况", "二、各板块推进情况", "三、分管领导任务情况", "四、重点任务进展情况", "五、存在问题和下一步工作", "六、尚未报送情况", "七、单位排名"]);
        opened.Lines.ShouldContain("附件：数据来源");
        opened.Lines.ShouldContain("2024年4月10日");
        opened.Text.ShouldContain("二季度完成工业投资167.42亿元〔");
        opened.Text.ShouldContain("，上半年累计298.67亿元〔");
        opened.Text.ShouldContain("，完成年度目标的47.4%〔");
    }

    [Fact]
    public void Write_EveryMark_LeadsToItsRowAndBack()
    {
        var bulletin = Sample.Bulletin(Sample.Quarter());
        using var opened = new Opened(DocxWriter.Write(bulletin));

        var bookmarks = opened.Body.Descendants<BookmarkStart>().Select(b => b.Name!.Value!).ToList();
        bookmarks.ShouldBeUnique();
        opened.Body.Descendants<Hyperlink>().Select(l => l.Anchor!.Value!).Except(bookmarks).ShouldBeEmpty();
        bookmarks.ShouldBe(bulletin.Figures.SelectMany(f => new[] { $"F{f.Ordinal}", $"T{f.Ordinal}" }), ignoreOrder: true);
        opened.Tables[^1].Elements<TableRow>().Count().ShouldBeLessThan(bulletin.Figures.Count / 2);
    }

    [Fact]
    public void Write_Tables_RepeatTheirHeading()
    {
        using var opened = new Opened(DocxWriter.Write(Sample.Bulletin(Sample.Quarter())));

        opened.Tables.Count.ShouldBe(5);
        opened.Tables.ShouldAllBe(t => t.Elements<TableRow>().First().Descendants<TableHeader>().Any());
    }

    [Fact]
    public void Write_Pages_HaveTheMarginsOfAnOfficialDocument()
    {
        using var opened = new Opened(DocxWriter.Write(Sample.Bulletin(Sample.Quarter())));

        var margin = opened.Body.Descendants<PageMargin>().First();
        new[] { margin.Top!.Value, (int)margin.Right!.Value, margin.Bottom!.Value, (int)margin.Left!.Value }
            .Select(twentieths => Math.Round(twentieths / 20m / 72 * 25.4m)).ShouldBe([37, 26, 35, 28]);
    }

    [Theory]
    [InlineData("</w:t><w:p>]]>&lt;&amp;<!--")]
    [InlineData("\0\u0001\u000b\ufffe\uffff行\ud800")]
    [InlineData("\u202e倒\u2066序\u200b")]
    [InlineData("{0} {1} {99} {")]
    [InlineData("")]
    [InlineData("\r\n\t ")]
    public void Write_HostileTexts_StayTexts(string text)
    {
        var task = new KnownTask
        {
            Name = "plans/2024/tasks/1", Plan = "plans/2024", Number = 1, Section = text, Target = text, DueQuarters = [2],
            LeadUnits = [new("units/a", text), new("units/b", text)], Promises = [],
        };
        var sample = Sample.Accepted(Sample.Task(1), Light.Red);
        var report = new AcceptedReport
        {
            Report = "plans/2024/tasks/1/reports/a-q2", Revision = 1, Task = task.Name, Plan = task.Plan, Quarter = 2, Unit = "units/a", UnitName = text, Light = Light.Red,
            Narrative = text, Difficulties = text, NextSteps = text, Author = new(text, text, Sample.Now), Approver = sample.Approver, Reviewer = sample.Reviewer,
            Figures = [new AcceptedFigure { Ordinal = 1, Commitment = "c", Measure = text, Unit = text, Period = -1.50m, YearToDate = 0 }],
        };
        var plan = new KnownPlan { Name = "plans/2024", Title = text, Year = 2024, Issuer = text, TaskCount = 1, IssueTime = Sample.Now };

        using var opened = new Opened(DocxWriter.Write(Sample.Bulletin(new(plan, Sample.Now, 1, [task], [], [], [report]))));

        opened.ShouldBeValid();
        opened.Text.ShouldNotContain("\u202e");
    }
}
