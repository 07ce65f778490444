using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Npgsql;
using Shouldly;
using Suite.Errors.V1;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Tests.Leagues;

/// <summary>What is known of leagues, since when, and what happens where indicators is away or says no.</summary>
public sealed class LeagueKnowledgeTests(LeagueFixture fixture) : IClassFixture<LeagueFixture>
{
    static readonly (string Town, decimal?[] Values)[] Towns = [("凤岗镇", [50]), ("虎门镇", [100])];

    [Fact]
    public async Task Create_IndicatorsAway_IsMadeOfWhatWasKnownLastAndSaysSo()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Towns));
        var first = await fixture.MakeAsync(league);

        fixture.Leagues.GoAway();
        var second = await fixture.MakeAsync(league);

        (await fixture.TextAsync(second)).ShouldContain("指标服务没有应答，以上为此前最近一次所知。");
        (await fixture.FiguresAsync(second)).Select(f => (f.Key, f.Value)).ShouldBe((await fixture.FiguresAsync(first)).Select(f => (f.Key, f.Value)));
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", [("凤岗镇", [150]), ("虎门镇", [100])]));
        foreach (var made in (Report[])[first, second]) (await fixture.Office.VerifyReportAsync(new() { Name = made.Name })).Intact.ShouldBeTrue(made.Name);
    }

    [Fact]
    public async Task Create_IndicatorsTooSlow_DoesNotWaitLongerThanItsPatience()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Towns));
        await fixture.MakeAsync(league);
        var gate = new TaskCompletionSource();
        fixture.Leagues.Gate = gate.Task;
        try
        {
            var watch = Stopwatch.StartNew();
            (await fixture.TextAsync(await fixture.MakeAsync(league))).ShouldContain("没有应答");
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        }
        finally
        {
            gate.SetResult();
            fixture.Leagues.Gate = Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Create_NothingEverKnownAndIndicatorsAway_NamesTheLeague()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.GoAway();

        var problem = await RefusedAsync(fixture.Wish(league));

        problem.Reason.ShouldBe(Reason.DependencyUnavailable);
        problem.Message.ShouldContain($"'{league}' for 2023");
        problem.Message.ShouldContain("gone");
    }

    [Fact]
    public async Task Create_AnswerThatCannotBeUnderstood_IsNoAnswer()
    {
        var league = fixture.NewLeague();
        var table = FakeLeagues.Table(league, "2023", Towns);
        table.Rows[0].Contributions[0].Points = "many";
        fixture.Leagues.Tell(table);

        (await RefusedAsync(fixture.Wish(league))).ShouldSatisfyAllConditions(p => p.Reason.ShouldBe(Reason.DependencyUnavailable), p => p.Message.ShouldContain("'many' for a number"));
    }

    [Fact]
    public async Task Create_NoSuchLeaguePeriodOrData_SaysWhich()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Answer = _ => throw Problems.NotFound("league", "leagues/other").Problem.ToRpc();
        (await RefusedAsync(fixture.Wish(league))).ShouldSatisfyAllConditions(p => p.Reason.ShouldBe(Reason.NotFound), p => p.Resource!.Name.ShouldBe(league));

        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Towns));
        (await RefusedAsync(fixture.Wish(league, "2023-05"))).ShouldSatisfyAllConditions(
            p => p.Reason.ShouldBe(Reason.InvalidField), p => p.Violations.ShouldHaveSingleItem().Field.ShouldBe("report.period"), p => p.Message.ShouldContain($"'2023-05' is no period of '{league}'"));

        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", [("凤岗镇", [null]), ("虎门镇", [null])]));
        (await RefusedAsync(fixture.Wish(league))).ShouldSatisfyAllConditions(p => p.Reason.ShouldBe(Reason.NothingToReport), p => p.Message.ShouldContain($"'{league}' for 2023"));

        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", [.. Enumerable.Range(1, 1001).Select(n => ($"镇{n}", new decimal?[] { n, n, n, n, n }))]));
        (await RefusedAsync(fixture.Wish(league))).ShouldSatisfyAllConditions(p => p.Reason.ShouldBe(Reason.InvalidField), p => p.Message.ShouldContain("1001 entities"));
        (await RefusedAsync(new(fixture.Wish(league)) { Plan = "plans/unheard" })).Resource!.Name.ShouldBe("plans/unheard");
    }

    [Theory]
    [InlineData("leagues/", "2023", "report.subject")]
    [InlineData("leagues/a/b", "2023", "report.subject")]
    [InlineData("units/a", "2023", "report.subject")]
    [InlineData("leagues/A", "2023", "report.subject")]
    [InlineData("leagues/a", "", "report.period")]
    [InlineData("leagues/a", "2023-13", "report.period")]
    [InlineData("leagues/a", "2023-00", "report.period")]
    [InlineData("leagues/a", "2023Q5", "report.period")]
    [InlineData("leagues/a", "2023H3", "report.period")]
    [InlineData("leagues/a", "二〇二三", "report.period")]
    [InlineData("", "2023", "report.period")]
    public async Task Create_MalformedSubjectOrPeriod_NamesTheField(string subject, string period, string field) =>
        (await RefusedAsync(new() { Kind = ReportKind.LeagueTable, Plan = fixture.Told.Plan, Quarter = 1, Subject = subject, Period = period })).Violations.ShouldContain(v => v.Field == field);

    [Fact]
    public async Task Create_AsOfATime_AsksForWhatWasKnownThen()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Towns));
        var now = DateTimeOffset.UtcNow;
        var then = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero).ToTimestamp();

        var made = await fixture.Office.CreateReportAsync(new() { Report = new(fixture.Wish(league)) { AsOfTime = then } });

        fixture.Leagues.Asked[^1].ShouldSatisfyAllConditions(a => a.KnownOn.ShouldBe(then), a => a.WithEvidence.ShouldBeTrue());
        (await fixture.TextAsync(made)).ShouldContain("截至2024-06-01 08:00所知");
        // Only what was known here by a time: nothing is asked, and before the first question nothing was known.
        var asked = fixture.Leagues.Asked.Count;
        (await RefusedAsync(new(fixture.Wish(league)) { KnownTime = now.AddSeconds(-1).ToTimestamp() })).ShouldSatisfyAllConditions(p => p.Reason.ShouldBeOneOf(Reason.NothingToReport, Reason.NotFound));
        fixture.Leagues.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task Changes_OfADraftAndACorrection_AreListed()
    {
        var league = fixture.NewLeague();
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", Towns));
        var made = await fixture.MakeAsync(league);
        (await fixture.Office.ListFigureChangesAsync(new() { Parent = made.Name })).Changes.ShouldBeEmpty();
        var sheets = await CountAsync("league_ask", league);

        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", [("凤岗镇", [150]), ("虎门镇", [100])]));
        var changes = (await fixture.Office.ListFigureChangesAsync(new() { Parent = made.Name, PageSize = 1000 })).Changes;
        changes.ShouldContain(c => c.Label == "凤岗镇：地区生产总值" && c.Before == "50亿元" && c.After == "150亿元");
        (await CountAsync("league_ask", league)).ShouldBe(sheets + 1);
        await fixture.Office.ListFigureChangesAsync(new() { Parent = made.Name });
        (await CountAsync("league_ask", league)).ShouldBe(sheets + 1);

        await fixture.Office.RefreshReportAsync(new() { Name = made.Name });
        await fixture.Office.ApproveReportAsync(new() { Name = made.Name });
        await fixture.Office.IssueReportAsync(new() { Name = made.Name });
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", [("凤岗镇", [160]), ("虎门镇", [100])]));
        var corrected = await fixture.Office.CorrectReportAsync(new() { Name = made.Name, Comment = "数据修订" });
        (await fixture.TextAsync(corrected)).ShouldContain("凤岗镇：地区生产总值150亿元160亿元");
        corrected.Period.ShouldBe("2023");
        (await fixture.Office.VerifyReportAsync(new() { Name = corrected.Name })).Intact.ShouldBeTrue();
    }

    [Fact]
    public async Task Create_WithoutASubject_RanksTheLeadUnitsAsBefore()
    {
        fixture.Leagues.GoAway();

        var made = await fixture.Office.CreateReportAsync(new() { Report = new() { Kind = ReportKind.LeagueTable, Plan = fixture.Told.Plan, Quarter = 1 } });

        made.ShouldSatisfyAllConditions(m => m.Title.ShouldContain("擂台比拼一季度排名通报"), m => m.Period.ShouldBeEmpty());
        (await fixture.TextAsync(made)).ShouldContain("市工业和信息化局");
    }

    [Fact]
    public async Task Create_TwoHundredTownsAndTenIndicators_IsDoneInTime()
    {
        var league = fixture.NewLeague();
        (string, decimal?[])[] towns = [.. Enumerable.Range(1, 200).Select(n => ($"第{n}镇", (decimal?[])[.. Enumerable.Range(0, 10).Select(p => (n * 7 + p) % 31 == 0 ? null : (decimal?)((n * 37 + p * 11) % 997))]))];
        fixture.Leagues.Tell(FakeLeagues.Table(league, "2023", towns, before: towns.Reverse().ToArray()), FakeLeagues.Table(league, "2022", towns));
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);

        var made = await fixture.MakeAsync(league);

        process.Refresh();
        TestContext.Current.SendDiagnosticMessage($"{made.FigureCount} figures in {watch.ElapsedMilliseconds} ms, {(process.TotalProcessorTime - before).TotalMilliseconds:0} ms of the processor; {string.Join(", ", made.Files.Select(f => $"{f.Format} {f.Size / 1024} KiB"))}");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), "a call over JSON ends then");
        made.FigureCount.ShouldBeGreaterThan(4500);
    }

    async Task<Problem> RefusedAsync(Report wish) =>
        RpcProblem.FromRpc(await Should.ThrowAsync<Grpc.Core.RpcException>(() => fixture.Office.CreateReportAsync(new() { Report = wish }).ResponseAsync)).ShouldNotBeNull();

    async Task<long> CountAsync(string table, string league)
    {
        await using var command = fixture.Service.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"SELECT count(*) FROM {table} WHERE league = '{league}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
