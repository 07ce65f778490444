using Shouldly;
using Suite.Indicators.V1;
using Suite.Reporting.V1;
using FileFormat = Suite.Reporting.V1.FileFormat;

namespace Suite.Reporting.Tests.Leagues;

/// <summary>What the document of a league says.</summary>
public sealed class LeagueDocumentTests(LeagueFixture fixture) : IClassFixture<LeagueFixture>
{
    static readonly (string Town, decimal?[] Values)[] Now = [("凤岗镇", [50, 20]), ("虎门镇", [100, 10]), ("长安镇", [80, 40]), ("沙田镇", [10, null])];
    static readonly (string Town, decimal?[] Values)[] Then = [("凤岗镇", [45, 15]), ("虎门镇", [90, 40]), ("长安镇", [20, 20]), ("沙田镇", [10, 10])];

    [Fact]
    public async Task Create_LeagueOfAPeriod_TellsWhoLeadsWhoMovedWhoLacksWhatAndTheRules()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Now, before: Then), FakeLeagues.Table(league, "2022", Then));

        var made = await fixture.MakeAsync(league);

        made.ShouldSatisfyAllConditions(m => m.Title.ShouldBe("2023年镇街经济擂台排名通报"), m => m.Subject.ShouldBe(league), m => m.Period.ShouldBe("2023"), m => m.FileName.ShouldContain("镇街经济擂台2023"));
        var text = await fixture.TextAsync(made);
        text.ShouldContain("2023年，参加比较的有4个单位〔1〕，列入排名的有4个单位〔2〕。长安镇以88.89分〔3〕居首位，其后为虎门镇（50分〔4〕）、凤岗镇（38.89分〔5〕）。");
        text.ShouldContain("升幅最大的是长安镇（由第3位");
        text.ShouldContain("降幅最大的是虎门镇（由第1位");
        text.ShouldContain("缺少数据的有1个单位");
        text.ShouldContain("沙田镇（第2项指标）。按规则，缺少的数据以该项最低的换算分计。");
        text.ShouldContain("换算采用极差法：最优值为100分");
        text.ShouldContain($"排名规则为《镇街经济擂台》第3版（{league}），数据以指标服务截至");
        text.ShouldNotContain("没有应答");
        fixture.Leagues.Asked.TakeLast(2).Select(a => (a.Period, a.Version)).ShouldBe([("2023", 0), ("2022", 3)]);
    }

    [Fact]
    public async Task Create_League_ComesInEveryFormatIsIssuedAndMadeAgainToTheByte()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Now, before: Then), FakeLeagues.Table(league, "2022", Then));
        var made = await fixture.MakeAsync(league);
        await fixture.Office.ApproveReportAsync(new() { Name = made.Name, Etag = made.Etag });
        var issued = await fixture.Office.IssueReportAsync(new() { Name = made.Name });

        // What indicators says later, or that it says nothing, does not matter to what was made.
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Then));
        (await fixture.Office.VerifyReportAsync(new() { Name = made.Name })).Intact.ShouldBeTrue();
        fixture.Leagues.GoAway();
        (await fixture.Office.VerifyReportAsync(new() { Name = made.Name })).Intact.ShouldBeTrue();
        issued.ShouldSatisfyAllConditions(i => i.State.ShouldBe(ReportState.Issued), i => i.Files.Count.ShouldBe(4), i => i.DocumentSha256.Length.ShouldBe(64));
        var page = System.Net.WebUtility.HtmlDecode(await fixture.PageAsync(issued));
        page.ShouldContain("data-figure=");
        page.ShouldContain("（数值−最差值）÷（最优值−最差值）×100");
        page.ShouldContain("凤岗镇地区生产总值，2023年：50亿元");
        (await fixture.FileAsync(issued, FileFormat.Xlsx)).Length.ShouldBeGreaterThan(5000);
        (await fixture.Office.ListReportsAsync(new() { Subject = league })).Reports.ShouldHaveSingleItem().Name.ShouldBe(made.Name);
    }

    [Fact]
    public async Task Trace_FiguresOfATable_LeadToTheObservationsBehindThem()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Now, before: Then), FakeLeagues.Table(league, "2022", Then));
        var figures = await fixture.FiguresAsync(await fixture.MakeAsync(league));

        figures.Select(f => f.Key).ShouldBeUnique();
        figures.ShouldAllBe(f => f.Formula.Length > 0);
        var value = await TraceAsync("凤岗镇：地区生产总值");
        value.Figure.ShouldSatisfyAllConditions(f => f.Value.ShouldBe("50"), f => f.Unit.ShouldBe("亿元"), f => f.Formula.ShouldStartWith("league_value(definitions/measure-0/series/town-"));
        value.ProofFault.ShouldBeEmpty();
        value.Sources.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.Task.ShouldBeEmpty(), s => s.Observation.PeriodValue.ShouldBe("50"), s => s.Observation.Status.ShouldBe("FINAL"), s => s.Observation.Source.ShouldBe("统计年报.xlsx"),
            s => s.Observation.Author.Account.ShouldBe("statistics"), s => s.Observation.Author.Time.ToDateTimeOffset().Year.ShouldBe(2024), s => s.Observation.IndicatorDisplayName.ShouldBe("地区生产总值"));
        (await TraceAsync("长安镇：得分")).Sources.Select(s => s.Observation.Period).ShouldBe(["2023", "2023"]);
        (await TraceAsync("长安镇：上期名次")).Sources.Select(s => s.Observation.Period).ShouldBe(["2022", "2022"]);
        (await TraceAsync("长安镇：得分变动")).ShouldSatisfyAllConditions(t => t.Figure.Value.ShouldBe("33.33"), t => t.Sources.Select(s => $"{s.Observation.IndicatorDisplayName} {s.Observation.Period}").ShouldBe(["第2项指标 2023", "第2项指标 2022"]));
        (await TraceAsync("长安镇：升降")).ShouldSatisfyAllConditions(t => t.Figure.Value.ShouldBe("2"), t => t.Sources.Count.ShouldBe(4));

        async Task<FigureTrace> TraceAsync(string label) => await fixture.Office.TraceFigureAsync(new() { Name = figures.Single(f => f.Label == label).Name });
    }

    [Fact]
    public async Task Create_TiesAndNobodyBefore_SharesTheRankAndSaysSo()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", [("甲镇", [10]), ("乙镇", [10]), ("丙镇", [5])]));

        var text = await fixture.TextAsync(await fixture.MakeAsync(league));

        text.ShouldContain("甲镇、乙镇并列首位，均为100分");
        text.ShouldContain("上期（2022年）没有可比的排名，本期不列升降。");
        text.ShouldContain("各单位各项数据齐全。");
    }

    [Theory]
    [InlineData(MissingRule.Mean, "按规则，缺少的数据以该项其他单位换算分的平均数计。")]
    [InlineData(MissingRule.NotRanked, "按规则，缺少数据的单位不参加排名，列于表末。")]
    public async Task Create_ValueMissing_TellsTheRule(MissingRule missing, string said)
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Now, rules => (rules.Missing, rules.Normalisation) = (missing, Normalisation.Ranks)));

        var text = await fixture.TextAsync(await fixture.MakeAsync(league));

        text.ShouldContain(said);
        text.ShouldContain("换算采用名次法");
        if (missing == MissingRule.NotRanked) text.ShouldContain("列入排名的有3个单位");
    }

    [Fact]
    public async Task Create_InEnglish_SpeaksEnglish()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Now, rules => rules.Normalisation = Normalisation.ZScore, Then), FakeLeagues.Table(league, "2022", Then));

        var made = await fixture.MakeAsync(league, language: "en");

        made.Title.ShouldBe("镇街经济擂台, 2023: league table");
        var text = await fixture.TextAsync(made);
        text.ShouldContain("长安镇 leads with 88.89 points");
        text.ShouldContain("Risen most: 长安镇 (from 3");
        text.ShouldContain("Gross regional product (亿元)");
        text.ShouldContain("each standard deviation better than it adds 10");
    }

    [Fact]
    public async Task Create_HostileNames_StayTexts()
    {
        var league = fixture.NewLeague();
        const string hostile = "{0}{99}</w:t><script>alert(1)</script>]]>&lt;\"'\u0001\ufffe=HYPERLINK(\"http://x\")";
        var table = FakeLeagues.Table(league, "2023", [(hostile, [1, null]), ("乙{镇", [2, 3])], rules => rules.DisplayName = hostile);
        foreach (var definition in table.Definitions) (definition.DisplayName, definition.Unit) = (hostile, "{5}<b>");
        foreach (var figure in table.Rows.SelectMany(r => r.Contributions).SelectMany(c => c.Figures)) (figure.Source, figure.Author, figure.Comment) = (hostile, hostile, hostile);
        fixture.Leagues.Tell(table);

        var made = await fixture.MakeAsync(league);

        await fixture.TextAsync(made);
        (await fixture.PageAsync(made)).ShouldNotContain("<script");
        (await fixture.Office.VerifyReportAsync(new() { Name = made.Name })).Intact.ShouldBeTrue();
    }
}
