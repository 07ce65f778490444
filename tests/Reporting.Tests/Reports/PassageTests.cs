using Grpc.Core;
using Shouldly;
using Suite.Errors.V1;
using Suite.Reporting.Tests.Documents;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Tests.Reports;

public sealed class PassageTests(ReportingService service)
{
    [Fact]
    public async Task EditPassage_ThenRefresh_TheWordsStayAndAreMarked()
    {
        var (told, report) = await MadeAsync();
        var passage = await PassageAsync(report, told.Task(1));
        var edited = passage.Composed.Replace("一季度各项工作按计划推进。", "重点项目建设提速。", StringComparison.Ordinal);

        await service.Client().EditPassageAsync(new() { Name = report.Name, Key = passage.Key, Text = edited });
        var refreshed = await service.Client().RefreshReportAsync(new() { Name = report.Name });

        var kept = await PassageAsync(report, told.Task(1));
        kept.ShouldSatisfyAllConditions(p => p.Edited.ShouldBe(edited), p => p.Faults.ShouldBeEmpty(), p => p.Editor.Account.ShouldBe("office"));
        refreshed.Milestones.Select(m => m.Step).ShouldBe(["Create", "Edit", "Refresh"]);
        using var opened = new Opened((await service.Client().DownloadReportAsync(new() { Name = report.Name })).Data.ToByteArray());
        opened.Text.ShouldContain("重点项目建设提速。一季度完成工业投资131.25亿元〔");
    }

    [Fact]
    public async Task EditedText_WhoseFigureHasChangedSince_IsFlaggedAndKeepsTheReportFromBeingApproved()
    {
        var (told, report) = await MadeAsync();
        var passage = await PassageAsync(report, told.Task(1));
        await service.Client().EditPassageAsync(new() { Name = report.Name, Key = passage.Key, Text = passage.Composed + "完成较好。" });
        await service.Events.SendAsync(told.Accepted(1, Told.Industry, "GREEN", 133.5m, 2 + 1));
        await service.Client().RefreshReportAsync(new() { Name = report.Name });

        var faults = (await PassageAsync(report, told.Task(1))).Faults;
        var refused = RpcProblem.FromRpc(await Should.ThrowAsync<RpcException>(() => service.Client().ApproveReportAsync(new() { Name = report.Name }).ResponseAsync));

        faults.ShouldContain(f => f.Kind == PassageFault.Types.Kind.ContradictsFigure && f.Written == "131.25亿元" && f.Expected == "133.5亿元");
        refused!.Reason.ShouldBe(Reason.ContradictingFigure);
        refused.Message.ShouldContain("says '131.25亿元' where the data say '133.5亿元'");
    }

    [Fact]
    public async Task EditedText_WithANumberOfItsOwn_IsFlaggedForALook()
    {
        var (told, report) = await MadeAsync();
        var passage = await PassageAsync(report, told.Task(1));

        var edited = await service.Client().EditPassageAsync(new() { Name = report.Name, Key = passage.Key, Text = passage.Composed + "排名第3，同比增长8.5%。" });

        edited.Faults.Select(f => (f.Kind, f.Written)).ShouldBe([(PassageFault.Types.Kind.UntracedNumber, "3"), (PassageFault.Types.Kind.UntracedNumber, "8.5")]);
        (await service.Client().ApproveReportAsync(new() { Name = report.Name })).State.ShouldBe(ReportState.Approved);
    }

    [Fact]
    public async Task EditPassage_WithAFigureThatIsNotThere_KeepsTheReportFromBeingApproved()
    {
        var (_, report) = await MadeAsync();

        await service.Client().EditPassageAsync(new() { Name = report.Name, Key = "intro", Text = "共5项〔0123abcd〕。" });

        RpcProblem.FromRpc(await Should.ThrowAsync<RpcException>(() => service.Client().ApproveReportAsync(new() { Name = report.Name }).ResponseAsync))!
            .Message.ShouldContain("0123abcd");
    }

    [Fact]
    public async Task EditPassage_WithNothing_GivesItBackToTheData()
    {
        var (_, report) = await MadeAsync();
        await service.Client().EditPassageAsync(new() { Name = report.Name, Key = "intro", Text = "另作说明。" });

        await service.Client().EditPassageAsync(new() { Name = report.Name, Key = "intro", Text = "" });

        (await service.Client().GetReportAsync(new() { Name = report.Name })).DocumentSha256.ShouldBe(report.DocumentSha256);
    }

    [Fact]
    public async Task EditPassage_NoSuchPassage_IsNotFound()
    {
        var (_, report) = await MadeAsync();

        (await Should.ThrowAsync<RpcException>(() => service.Client().EditPassageAsync(new() { Name = report.Name, Key = "nothing", Text = "x" }).ResponseAsync))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }

    async Task<(Told, Report)> MadeAsync()
    {
        var told = await service.ToldAsync();
        return (told, await service.Client().CreateReportAsync(new() { Report = new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 1 } }));
    }

    async Task<Passage> PassageAsync(Report report, string task) => (await service.Client().ListPassagesAsync(new() { Parent = report.Name, PageSize = 1000 }))
        .Passages.Single(p => p.Key.StartsWith($"progress.{task}/", StringComparison.Ordinal));
}
