using Suite.Reporting.V1;

namespace Suite.Year.Tests;

/// <summary>What the year before had and this one has not: half-years, months, lights between reports, tasks that end, a correction. Every number made again from the owners' tables.</summary>
[Collection(nameof(Press))]
public sealed class YearBeforeTests(YearRun year)
{
    [Fact]
    public async Task Figures_OfEveryDocument_CountedAgainFromTheOwnersTablesAsOfItsMoment_AreTheSame()
    {
        var before = await year.PressBefore;
        var (different, compared) = (new List<string>(), 0);
        foreach (var (paper, books) in before.All.Where(p => p.Paper.Report.Kind != ReportKind.WorkReportAnnex))
        {
            var recount = new Recount(books, new(books, paper.Report.Quarter), paper.Report.Kind, paper.Report.Subject, paper.Report.Quarter);
            foreach (var figure in paper.Figures)
            {
                var expected = await recount.OfAsync(figure.Formula) ?? Told.Of(books, figure, (await before.Press.TraceAsync(figure)).Sources.ShouldHaveSingleItem());
                if (Numbers.Read(figure.Value) != expected) different.Add($"{paper.Report.Name} {books.Day} {figure.Label} {figure.Formula}: {figure.Value}, counted again {expected}");
                compared++;
            }
        }

        different.ShouldBeEmpty();
        compared.ShouldBeGreaterThan(800);
        // What this is about did happen.
        var said = before.All.SelectMany(p => p.Paper.Figures).Where(f => f.Value != "0").Select(f => f.Formula).ToHashSet();
        said.ShouldContain("count(light = BLUE)");
        said.ShouldContain("count(tasks closed)");
        said.ShouldContain("count(tasks carried over)");
        var periods = before.All.SelectMany(p => p.Paper.Figures).Where(f => f.Formula == "reported").Select(f => f.Label[..3]).ToHashSet();
        string[] told = ["上半年", "下半年", "一季度", "四季度"];
        told.ShouldBeSubsetOf(periods);
        before.All.Any(p => p.Books.Tasks.Any(t => p.Books.Shown(t, p.Paper.Report.Quarter) is { ByHand: true, Light: 3 })).ShouldBeTrue();
        before.All.Any(p => p.Books.Tasks.Any(t => t.Excused.Contains(p.Paper.Report.Quarter))).ShouldBeTrue();
    }

    [Fact]
    public async Task Traces_OfEveryFigure_LeadToWhatTheOwnersHave()
    {
        var before = await year.PressBefore;
        var faults = new List<string>();
        foreach (var (paper, books) in before.All)
            foreach (var figure in paper.Figures)
                faults.AddRange(Trail.Faults([books], await before.Press.TraceAsync(figure)).Select(fault => $"{figure.Name} {figure.Label} {figure.Formula}: {fault}"));
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Annexes_OfAYearBeforeWhichNoneIsKnown_AreFigureForFigureWhatTheOwnersTablesSay()
    {
        foreach (var (paper, books) in (await year.PressBefore).All.Where(p => p.Paper.Report.Kind == ReportKind.WorkReportAnnex))
            paper.Figures.Select(f => (f.Formula, Numbers.Read(f.Value))).ShouldBe(Told.Annex(books, null, paper.Report.Quarter));
    }

    [Fact]
    public async Task Correction_ListsEveryFigureThatIsNotWhatItWasAndNoOther()
    {
        var before = await year.PressBefore;
        var (was, now) = (before.Wrong.Figures.ToDictionary(f => f.Key), before.Right.Figures.ToDictionary(f => f.Key));
        var expected = was.Keys.Union(now.Keys).Where(k => Text(was, k) != Text(now, k)).Select(k => (Text(was, k), Text(now, k))).ToList();

        var listed = (await before.Press.Reports.ListFigureChangesAsync(
            new() { Parent = before.Right.Report.Name, Basis = ListFigureChangesRequest.Types.Basis.PreviousVersion, PageSize = 1000 })).Changes;
        var rows = (await Page.OfAsync(before.Press, before.Right.Report)).Tables[0];

        (before.Right.Report.Name, before.Right.Report.Corrects).ShouldBe(($"{before.Wrong.Report.Name}-v2", before.Wrong.Report.Name));
        listed.Select(c => (c.Before, c.After)).ShouldBe(expected, ignoreOrder: true);
        rows.Skip(1).Select(r => (r[2], r[3])).ShouldBe(expected.Select(e => (Said(e.Item1), Said(e.Item2))), ignoreOrder: true);
        expected.Count.ShouldBeGreaterThan(10);

        static string Text(Dictionary<string, ReportFigure> figures, string key) => figures.TryGetValue(key, out var figure) ? figure.Value + figure.Unit : "";

        static string Said(string text) => text.Length > 0 ? text : "无";
    }
}
