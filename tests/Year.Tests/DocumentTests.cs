using Suite.Reporting.V1;
using FigureSource = Suite.Reporting.V1.FigureSource;
using Signature = Suite.Reporting.V1.Signature;

namespace Suite.Year.Tests;

/// <summary>The documents of the year's end, each number made again from the tables of the owners by code that shares nothing with the service.</summary>
[Collection(nameof(Press))]
public sealed class DocumentTests(YearRun year)
{
    const string ReportedFormula = "reported";
    const string ShareFormula = "year to date / annual target";

    static readonly string[] Names = ["绿灯", "黄灯", "红灯", "蓝灯"];

    [Fact]
    public async Task Run_AtYearsEnd_MakesAScorecardForEveryLeadUnitABriefForEveryLeaderAndTheAnnex()
    {
        var (press, books) = (await year.Press, await year.Books);

        Subjects(ReportKind.Scorecard).ShouldBe(books.Tasks.SelectMany(t => t.Leads.Select(u => u.Unit)).Distinct(), ignoreOrder: true);
        Subjects(ReportKind.Portfolio).ShouldBe(books.Tasks.SelectMany(t => t.Leaders.Select(l => l.Person)).Distinct(), ignoreOrder: true);
        Subjects(ReportKind.WorkReportAnnex).ShouldBe([""]);
        press.Of(ReportKind.Scorecard).Count().ShouldBeGreaterThan(30);
        press.Of(ReportKind.Portfolio).Count().ShouldBeGreaterThan(10);
        press.All.ShouldAllBe(p => p.Figures.Count == p.Report.FigureCount && (p.Figures.Count > 0 || p.Report.Kind == ReportKind.PlanTable));

        List<string> Subjects(ReportKind kind) => [.. press.Of(kind).Select(p => p.Report.Subject)];
    }

    [Fact]
    public async Task Figures_OfEveryDocument_CountedAgainFromTheOwnersTables_AreTheSame()
    {
        var (press, books) = (await year.Press, await year.Books);
        var units = Enumerable.Range(1, 4).ToDictionary(q => q, q => new UnitBooks(books, q));
        var (different, compared) = (new List<string>(), 0);
        foreach (var (report, figures) in press.All.Where(p => p.Report.Kind != ReportKind.WorkReportAnnex))
        {
            var recount = new Recount(books, units[report.Quarter], report.Kind, report.Subject, report.Quarter);
            foreach (var figure in figures)
            {
                var expected = await recount.OfAsync(figure.Formula) ?? Told.Of(books, figure, (await press.TraceAsync(figure)).Sources.ShouldHaveSingleItem());
                if (Numbers.Read(figure.Value) != expected) different.Add($"{report.Name} {figure.Label} {figure.Formula}: {figure.Value}, counted again {expected}");
                compared++;
            }
        }

        different.ShouldBeEmpty();
        Say($"{compared} figures of {string.Join(", ", press.All.CountBy(p => p.Report.Kind).Select(k => $"{k.Value} {k.Key}"))} counted again");
        compared.ShouldBeGreaterThan(3000);
    }

    [Fact]
    public async Task Annex_OfTheWorkReport_IsFigureForFigureWhatTheOwnersTablesSay()
    {
        var (press, books) = (await year.Press, await year.Books);
        var before = await Books.ReadAsync(year, YearBefore.Plan, books.AsOf);
        var expected = Told.Annex(books, before, quarter: 4);

        var annex = press.Of(ReportKind.WorkReportAnnex).ShouldHaveSingleItem();

        annex.Figures.Select(f => (f.Formula, Numbers.Read(f.Value))).ShouldBe(expected);
        expected.Count(e => e.Formula == ReportedFormula).ShouldBeGreaterThan(20);
        // One had reached something last year, one nothing, and one was promised by two tasks, which tells neither.
        var beside = new List<(string Formula, string Task, decimal Value)>();
        foreach (var figure in annex.Figures)
            foreach (var last in (await press.TraceAsync(figure)).Sources.Where(s => s.Task.StartsWith(YearBefore.Plan, StringComparison.Ordinal))) beside.Add((figure.Formula, last.Task, Numbers.Read(last.Value)));
        beside.Select(b => (b.Formula, b.Task, b.Value > 0)).ShouldBe(
        [
            (ReportedFormula, $"{YearBefore.Plan}/tasks/1", true), ("year to date / last year to date - 1", $"{YearBefore.Plan}/tasks/1", true), (ReportedFormula, $"{YearBefore.Plan}/tasks/2", false),
        ]);
    }

    [Fact]
    public async Task PlanTableAndMeetingList_HaveARowForEachTaskWithTheLightThatItShows()
    {
        var (press, books) = (await year.Press, await year.Books);
        var lights = books.Tasks.ToDictionary(t => $"{t.Number}", t => books.Shown(t, 4) is { } shown ? Names[shown.Light - 1] : "—");

        var plan = (await Page.OfAsync(press, press.Of(ReportKind.PlanTable).ShouldHaveSingleItem().Report)).Tables.SelectMany(t => t.Skip(1)).Where(r => r.Count == 6).ToDictionary(r => r[0], r => r[5]);
        var agenda = (await Page.OfAsync(press, press.Of(ReportKind.MeetingList).ShouldHaveSingleItem().Report)).Tables[0].Skip(1).ToDictionary(r => r[0], r => r[3]);

        plan.ShouldBe(lights, ignoreOrder: true);
        agenda.ShouldBe(lights.Where(l => l.Value is "红灯" or "黄灯"), ignoreOrder: true);
    }

    [Fact]
    public async Task Scorecards_TellEightReportsOfASectionInFull()
    {
        var (press, books) = (await year.Press, await year.Books);
        var sections = books.Tasks.ToDictionary(t => t.Name, t => t.Section);
        foreach (var (report, figures) in press.Of(ReportKind.Scorecard))
        {
            var told = new List<FigureSource>();
            foreach (var figure in figures.Where(f => f.Formula is ReportedFormula or ShareFormula)) told.AddRange((await press.TraceAsync(figure)).Sources);
            var led = books.Tasks.Where(t => t.Leads.Any(u => u.Unit == report.Subject)).Select(t => t.Name).ToHashSet();
            var withFigures = books.Figures.Keys.ToLookup(f => f.Report, f => f.Commitment);
            var expected = books.Reports.Where(r => r.Quarter == 4 && led.Contains(r.Task) && withFigures[r.Name].Any()).GroupBy(r => sections[r.Task])
                .ToDictionary(s => s.Key, s => Math.Min(Told.MostOfASection, s.Count()));
            told.DistinctBy(s => s.ProgressReport).GroupBy(s => sections[s.Task]).ToDictionary(s => s.Key, s => s.Count()).ShouldBe(expected, ignoreOrder: true, report.Name);
            foreach (var one in told.GroupBy(s => s.ProgressReport)) one.Select(s => s.Commitment).Distinct().ShouldBe(withFigures[one.Key], ignoreOrder: true, one.Key);
        }
    }

    [Fact]
    public async Task Traces_OfEveryFigure_LeadToWhatTheOwnersHave()
    {
        var (press, books) = (await year.Press, await year.Books);
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();
        IReadOnlyList<Books> both = [books, await Books.ReadAsync(year, YearBefore.Plan, books.AsOf)];
        await Parallel.ForEachAsync(press.All.SelectMany(p => p.Figures), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (figure, _) =>
        {
            foreach (var fault in Trail.Faults(both, await press.TraceAsync(figure))) faults.Add($"{figure.Name} {figure.Label} {figure.Formula}: {fault}");
        });
        faults.ShouldBeEmpty();
        Say($"{press.All.Sum(p => p.Figures.Count)} figures traced");
    }

    [Fact]
    public async Task Traces_OfADocumentOfEachKind_NameTheLinesOfTheOwnersAudit()
    {
        var (press, books) = (await year.Press, await year.Books);
        var lines = (await books.Tables.RowsAsync("SELECT sequence, hash, actor, action, resource FROM audit_entry WHERE resource LIKE '%/reports/%'",
            row => (Sequence: row.GetInt64(0), Line: new AuditLine(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4))))).ToDictionary(l => l.Sequence, l => l.Line);
        using var owners = Press.AskTheOwners(year);
        var proven = 0;
        foreach (var figure in press.All.GroupBy(p => p.Report.Kind).SelectMany(k => k.MaxBy(p => p.Figures.Count(f => f.Formula == ReportedFormula))!.Figures.Where(f => f.Formula == ReportedFormula)))
        {
            var trace = await press.Reports.TraceFigureAsync(new() { Name = figure.Name });
            trace.ProofFault.ShouldBeEmpty(figure.Name);
            var source = trace.Sources.ShouldHaveSingleItem();
            Line(source.Approver).ShouldBe(new(source.Approver.AuditHash, source.Approver.Account, "ApproveProgressReport", source.ProgressReport));
            Line(source.Reviewer).ShouldBe(new(source.Reviewer.AuditHash, source.Reviewer.Account, AcceptedBy(source), source.ProgressReport));
            (Line(source.Author) with { Action = "" }).ShouldBe(new(source.Author.AuditHash, source.Author.Account, "", source.ProgressReport));
            source.Author.AuditSequence.ShouldBeLessThan(source.Approver.AuditSequence, figure.Name);
            proven++;
        }

        proven.ShouldBeGreaterThan(100);
        Say($"{proven} figures with three lines of the audit each");

        // The year before was small: its reports were accepted one by one.
        static string AcceptedBy(FigureSource source) => source.Task.StartsWith(YearBefore.Plan, StringComparison.Ordinal) ? "AcceptProgressReport" : "BatchAcceptReports";

        AuditLine Line(Signature signed) => lines[signed.AuditSequence];
    }

    sealed record AuditLine(string Hash, string Actor, string Action, string Resource);

    static void Say(string what) => TestContext.Current.TestOutputHelper?.WriteLine(what);
}
