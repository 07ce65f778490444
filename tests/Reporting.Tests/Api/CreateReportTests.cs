using System.Security.Cryptography;
using Grpc.Core;
using Shouldly;
using Suite.Errors.V1;
using Suite.Reporting.Tests.Documents;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Tests.Api;

public sealed class CreateReportTests(ReportingService service)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateReport_AQuarterWithReports_FreezesTheBulletin()
    {
        var told = await service.ToldAsync();

        var report = await CreateAsync(told.Plan);

        report.ShouldSatisfyAllConditions(
            r => r.Name.ShouldBe($"reports/{told.Id}-q1-1"), r => r.Number.ShouldBe(1), r => r.FileName.ShouldBe("督查通报-2024-第1期-一季度.docx"),
            r => r.Title.ShouldBe($"{told.Issuer}关于2024年市政府重点工作一季度推进情况的督查通报"), r => r.Creator.ShouldBe("office"), r => r.FigureCount.ShouldBeGreaterThan(20));
        (await service.Client().GetReportAsync(new() { Name = report.Name }, cancellationToken: Cancelled)).ShouldBe(report);
    }

    [Fact]
    public async Task DownloadReport_AfterMoreWasReported_GivesTheBytesThatWereFrozen()
    {
        var told = await service.ToldAsync();
        var report = await CreateAsync(told.Plan);
        var before = await DownloadAsync(report.Name);
        await service.Events.SendAsync(told.Accepted(3, new("units/water", "市水务局"), "GREEN", 7));

        var after = await DownloadAsync(report.Name);

        after.ShouldBe(before);
        Convert.ToHexStringLower(SHA256.HashData(after)).ShouldBe(report.DocumentSha256);
        using var opened = new Opened(after);
        opened.ShouldBeValid();
        opened.Text.ShouldContain("一季度完成工业投资131.25亿元〔");
    }

    [Fact]
    public async Task CreateReport_ManyAtOnce_NumbersThemWithoutGapOrRepeat()
    {
        var told = await service.ToldAsync();

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CreateAsync(told.Plan)));

        reports.Select(r => r.Number).Order().ShouldBe(Enumerable.Range(1, 8));
    }

    [Fact]
    public async Task CreateReport_SameRequestIdAgain_AnswersWithTheFirst()
    {
        var told = await service.ToldAsync();
        var id = Guid.NewGuid().ToString();

        var reports = await Task.WhenAll(CreateAsync(told.Plan, id), CreateAsync(told.Plan, id));

        reports[1].ShouldBe(reports[0]);
        (await service.Client().ListReportsAsync(new() { Plan = told.Plan }, cancellationToken: Cancelled)).Reports.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task CreateReport_AnUnknownPlan_IsNotFound() =>
        (await RefusedAsync(new() { Kind = ReportKind.Bulletin, Plan = "plans/1999", Quarter = 1 })).Reason.ShouldBe(Reason.NotFound);

    [Fact]
    public async Task CreateReport_AQuarterWithoutReports_HasNothingToReport()
    {
        var told = await service.ToldAsync();

        (await RefusedAsync(new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 3 })).Reason.ShouldBe(Reason.NothingToReport);
    }

    [Fact]
    public async Task CreateReport_WhileTasksAreStillArriving_IsToBeTriedAgain()
    {
        var told = new Told(service.NewPlan());
        foreach (var message in told.Story().Take(3)) await service.Events.SendAsync(message);

        var problem = await RefusedAsync(new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 1 });

        problem.Reason.ShouldBe(Reason.DependencyUnavailable);
        problem.Message.ShouldContain("2 of the 4 tasks");
    }

    [Fact]
    public async Task CreateReport_NothingGiven_NamesEveryField() =>
        (await RefusedAsync(null)).Violations.Select(v => v.Field).ShouldBe(["report.kind", "report.plan", "report.quarter"]);

    async Task<Report> CreateAsync(string plan, string requestId = "") => await service.Client().CreateReportAsync(
        new() { Report = new() { Kind = ReportKind.Bulletin, Plan = plan, Quarter = 1 }, RequestId = requestId }, cancellationToken: Cancelled);

    async Task<byte[]> DownloadAsync(string name) =>
        (await service.Client().DownloadReportAsync(new() { Name = name }, cancellationToken: Cancelled)).Data.ToByteArray();

    async Task<Problem> RefusedAsync(Report? report)
    {
        var error = await Should.ThrowAsync<RpcException>(() => service.Client().CreateReportAsync(new() { Report = report }).ResponseAsync);
        return RpcProblem.FromRpc(error).ShouldNotBeNull();
    }
}
