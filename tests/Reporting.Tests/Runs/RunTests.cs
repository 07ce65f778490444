using Google.Protobuf;
using Grpc.Core;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.Papers;
using Suite.Reporting.V1;
using Suite.Testing;
using Run = Suite.Reporting.V1.Run;
using Schedule = Suite.Reporting.Runs.Schedule;

namespace Suite.Reporting.Tests.Runs;

public sealed class RunTests(ReportingService service)
{
    RunService.RunServiceClient Client => new(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));

    [Fact]
    public async Task WatchRun_UntilItHasEnded_TellsOfEveryReport()
    {
        var told = await service.ToldAsync();
        var run = await Client.CreateRunAsync(new() { Run = new() { Plan = told.Plan, Quarter = 1, Kinds = { ReportKind.Scorecard, ReportKind.LeagueTable } } });
        run.Total.ShouldBe(4);

        var last = run;
        using var watch = Client.WatchRun(new() { Name = run.Name }, deadline: DateTime.UtcNow.AddSeconds(60));
        await foreach (var now in watch.ResponseStream.ReadAllAsync()) last = now;

        last.State.ShouldBe(Run.Types.State.Done);
        (last.Done, last.Failed).ShouldBe((4, 0));
        last.Items.ShouldAllBe(i => i.Report.StartsWith("reports/", StringComparison.Ordinal));
        (await service.Client().ListReportsAsync(new() { Plan = told.Plan })).Reports.Select(r => (r.Kind, r.Number)).Order()
            .ShouldBe([(ReportKind.Scorecard, 1), (ReportKind.Scorecard, 2), (ReportKind.Scorecard, 3), (ReportKind.LeagueTable, 1)]);
    }

    [Fact]
    public async Task Run_OfAQuarterWithoutReports_EndsWithTheReasons()
    {
        var told = await service.ToldAsync();
        var run = await Client.CreateRunAsync(new() { Run = new() { Plan = told.Plan, Quarter = 3, Kinds = { ReportKind.Bulletin } } });

        using var watch = Client.WatchRun(new() { Name = run.Name }, deadline: DateTime.UtcNow.AddSeconds(60));
        await foreach (var now in watch.ResponseStream.ReadAllAsync()) run = now;

        run.Items.ShouldHaveSingleItem().Error.ShouldContain("No unit has reported on quarter 3");
    }

    /// <summary>A template that was whole when it was taken and is broken now: nothing the run can do about it.</summary>
    [Fact]
    public async Task Run_WithAReportThatCannotBeMadeAtAll_SaysSoAndMakesTheOthers()
    {
        await using var lone = await LoneService.StartAsync();
        var told = new Told("2024-broken");
        foreach (var message in told.Story()) await lone.TakeAsync(message);
        var office = lone.Host.GrpcInvoker(TestTokens.For(Role.Office));
        await new TemplateService.TemplateServiceClient(office).CreateTemplateAsync(new() { Kind = ReportKind.Bulletin, Content = ByteString.CopyFrom(Templates.TemplateFile.Plus("")) });
        await using var source = NpgsqlDataSource.Create(lone.ConnectionString);
        await using (var breaking = source.CreateCommand("UPDATE report_template SET content = 'no document'")) (await breaking.ExecuteNonQueryAsync()).ShouldBe(1);
        var runs = new RunService.RunServiceClient(office);

        var run = await runs.CreateRunAsync(new() { Run = new() { Plan = told.Plan, Quarter = 1, Kinds = { ReportKind.Bulletin, ReportKind.LeagueTable } } });
        using var watch = runs.WatchRun(new() { Name = run.Name }, deadline: DateTime.UtcNow.AddSeconds(60));
        await foreach (var now in watch.ResponseStream.ReadAllAsync()) run = now;

        (run.State, run.Done, run.Failed).ShouldBe((Run.Types.State.Done, 2, 1));
        run.Items.Single(i => i.Kind == ReportKind.Bulletin).ShouldSatisfyAllConditions(i => i.Report.ShouldBeEmpty(), i => i.Error.ShouldContain("Tell the operator"));
        run.Items.Single(i => i.Kind == ReportKind.LeagueTable).Report.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task CancelRun_Ended_IsRefused()
    {
        var told = await service.ToldAsync();
        var run = await Client.CreateRunAsync(new() { Run = new() { Plan = told.Plan, Quarter = 1, Kinds = { ReportKind.PlanTable } } });
        using var watch = Client.WatchRun(new() { Name = run.Name }, deadline: DateTime.UtcNow.AddSeconds(60));
        await foreach (var _ in watch.ResponseStream.ReadAllAsync()) { }

        (await Should.ThrowAsync<RpcException>(() => Client.CancelRunAsync(new() { Name = run.Name }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task CreateRun_AskedWrongly_NamesEveryField() =>
        (await Should.ThrowAsync<RpcException>(() => Client.CreateRunAsync(new() { Run = new() { Language = "fr" } }).ResponseAsync))
            .Status.Detail.ShouldSatisfyAllConditions(d => d.ShouldContain("run.quarter"), d => d.ShouldContain("run.plan"), d => d.ShouldContain("run.kinds"), d => d.ShouldContain("run.language"));

    [Fact]
    public async Task Schedule_WhoseMomentHasPassedBeforeItWasMade_BeginsNothing()
    {
        var told = await service.ToldAsync();
        var schedule = await Client.CreateScheduleAsync(new() { Schedule = new() { Plan = told.Plan, Kinds = { ReportKind.Bulletin }, DaysAfterQuarter = 10, TimeOfDay = "08:30" } });

        (await Client.ListSchedulesAsync(new())).Schedules.ShouldContain(schedule);
        (await Client.CancelScheduleAsync(new() { Name = schedule.Name })).Cancelled.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2024-04-10T00:29:59Z", 0, null)]
    [InlineData("2024-04-10T00:30:00Z", 0, 1)]
    [InlineData("2024-07-20T00:00:00Z", 1, 2)]
    [InlineData("2024-07-20T00:00:00Z", 2, null)]
    [InlineData("2025-01-10T00:30:00Z", 3, 4)]
    public void Due_TenDaysAfterAQuarter_AtTheCitysTime(string now, int last, int? quarter)
    {
        var schedule = new Schedule
        {
            Id = Guid.Empty, Plan = "plans/2024", Kinds = [PaperKind.Bulletin], Language = "zh-CN", DaysAfterQuarter = 10, TimeOfDay = new(8, 30), LastQuarter = last,
            CreateTime = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };

        schedule.Due(2024, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).ShouldBe(quarter);
    }
}
