using Grpc.Core;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Reporting.Tests.Documents;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Tests.Reports;

public sealed class LifeTests(ReportingService service)
{
    [Fact]
    public async Task Draft_ForOthersThanTheOffice_IsNotThere()
    {
        var report = await MadeAsync(await service.ToldAsync());

        (await Should.ThrowAsync<RpcException>(() => service.Client(Role.Observer).GetReportAsync(new() { Name = report.Name }).ResponseAsync))
            .StatusCode.ShouldBe(StatusCode.NotFound);
        (await Should.ThrowAsync<RpcException>(() => service.Client(Role.Leader).DownloadReportAsync(new() { Name = report.Name }).ResponseAsync))
            .StatusCode.ShouldBe(StatusCode.NotFound);
        (await Should.ThrowAsync<RpcException>(() => service.Client(Role.Leader).TraceFigureAsync(new() { Name = $"{report.Name}/figures/1" }).ResponseAsync))
            .StatusCode.ShouldBe(StatusCode.NotFound);
        (await service.Client(Role.Observer).ListReportsAsync(new() { Plan = report.Plan })).Reports.ShouldBeEmpty();
    }

    [Fact]
    public async Task Steps_InOrder_EndWithAnIssuedReportThatEverybodyReads()
    {
        var report = await service.IssuedAsync(await service.ToldAsync());

        report.State.ShouldBe(ReportState.Issued);
        report.Milestones.Select(m => m.Step).ShouldBe(["Create", "Approve", "Issue"]);
        (await service.Client(Role.Observer).GetReportAsync(new() { Name = report.Name })).ShouldBe(report);
    }

    [Theory]
    [InlineData("issue")]
    [InlineData("reopen")]
    [InlineData("correct")]
    public async Task Draft_AStepOfALaterState_IsRefused(string step)
    {
        var report = await MadeAsync(await service.ToldAsync());

        (await RefusedAsync(step, report.Name)).Reason.ShouldBe(Reason.IllegalStep);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("refresh")]
    [InlineData("reopen")]
    [InlineData("discard")]
    public async Task Issued_AnyStepButACorrection_IsRefused(string step)
    {
        var report = await service.IssuedAsync(await service.ToldAsync());

        (await RefusedAsync(step, report.Name)).Reason.ShouldBe(Reason.IllegalStep);
    }

    [Fact]
    public async Task Step_WithAnOldEtag_IsStale()
    {
        var told = await service.ToldAsync();
        var report = await MadeAsync(told);
        await service.Events.SendAsync(told.Accepted(3, Told.Water, "GREEN", 7));
        await service.Client().RefreshReportAsync(new() { Name = report.Name, Etag = report.Etag });

        var error = await Should.ThrowAsync<RpcException>(() => service.Client().ApproveReportAsync(new() { Name = report.Name, Etag = report.Etag }).ResponseAsync);

        RpcProblem.FromRpc(error)!.Reason.ShouldBe(Reason.StaleEtag);
    }

    [Fact]
    public async Task Draft_AfterMoreWasReported_ShowsWhatChangedAndTakesItInWhenRefreshed()
    {
        var told = await service.ToldAsync();
        var report = await MadeAsync(told);
        await service.Events.SendAsync(told.Accepted(3, Told.Water, "GREEN", 7));

        var changes = (await service.Client().ListFigureChangesAsync(new() { Parent = report.Name, PageSize = 1000 })).Changes;
        var refreshed = await service.Client().RefreshReportAsync(new() { Name = report.Name });

        changes.ShouldContain(c => c.Label == "审核通过" && c.Before == "2项" && c.After == "3项");
        changes.ShouldContain(c => c.Before == "" && c.After == "7亿元");
        refreshed.DocumentSha256.ShouldNotBe(report.DocumentSha256);
        (await service.Client().ListFigureChangesAsync(new() { Parent = report.Name })).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Correction_OfAnIssuedReport_ListsWhatChangedAndTakesItsPlace()
    {
        var told = await service.ToldAsync();
        var wrong = await service.IssuedAsync(told);
        await service.Events.SendAsync(told.Accepted(1, Told.Industry, "YELLOW", 130.25m, 3));

        var draft = await service.Client().CorrectReportAsync(new() { Name = wrong.Name, Comment = "工业投资数据有误" });
        (await RefusedAsync("correct", wrong.Name)).Reason.ShouldBe(Reason.AlreadyExists);
        await service.Client().ApproveReportAsync(new() { Name = draft.Name });
        var right = await service.Client().IssueReportAsync(new() { Name = draft.Name });

        right.ShouldSatisfyAllConditions(
            r => r.Name.ShouldBe($"{wrong.Name}-v2"), r => r.Version.ShouldBe(2), r => r.Number.ShouldBe(wrong.Number), r => r.Corrects.ShouldBe(wrong.Name));
        (await service.Client().GetReportAsync(new() { Name = wrong.Name })).State.ShouldBe(ReportState.Superseded);
        using var opened = new Opened((await service.Client(Role.Observer).DownloadReportAsync(new() { Name = right.Name })).Data.ToByteArray());
        opened.Lines.ShouldContain("更正说明");
        opened.Tables[0].InnerText.ShouldContain("131.25亿元130.25亿元");
        var changes = await service.Client().ListFigureChangesAsync(
            new() { Parent = right.Name, Basis = ListFigureChangesRequest.Types.Basis.PreviousVersion, PageSize = 1000 });
        changes.Changes.ShouldContain(c => c.Before == "131.25亿元" && c.After == "130.25亿元");
    }

    [Fact]
    public async Task VerifyReport_MadeAgainAfterMoreWasReported_IsTheSameToTheByte()
    {
        var told = await service.ToldAsync();
        var report = await service.IssuedAsync(told);
        await service.Events.SendAsync(told.Accepted(3, Told.Water, "GREEN", 7));
        foreach (var message in told.Edition()) await service.Events.SendAsync(message);

        var verified = await service.Client().VerifyReportAsync(new() { Name = report.Name });

        verified.Different.ShouldBeEmpty();
        verified.Intact.ShouldBeTrue();
    }

    [Fact]
    public async Task VerifyReport_AFileThatWasAltered_IsToldFromOneMadeByAnotherVersionOfTheService()
    {
        var report = await service.IssuedAsync(await service.ToldAsync());
        await using var source = NpgsqlDataSource.Create(service.ConnectionString);
        // Another version: other bytes, frozen with their own hash.
        await KeepAsync(source, report, Suite.Reporting.Reports.FileFormat.Html, "another layout", hash: true);
        var other = await service.Client().VerifyReportAsync(new() { Name = report.Name });
        await KeepAsync(source, report, Suite.Reporting.Reports.FileFormat.Xlsx, "altered", hash: false);
        var altered = await service.Client().VerifyReportAsync(new() { Name = report.Name });

        (other.Intact, other.FigureChanges).ShouldBe((false, 0));
        other.Different.ShouldBe([FileFormat.Html]);
        other.Altered.ShouldBeEmpty();
        altered.Different.ShouldBe([FileFormat.Xlsx, FileFormat.Html], ignoreOrder: true);
        altered.Altered.ShouldBe([FileFormat.Xlsx]);
    }

    static async Task KeepAsync(NpgsqlDataSource source, Report report, Suite.Reporting.Reports.FileFormat format, string text, bool hash)
    {
        var content = System.Text.Encoding.UTF8.GetBytes(text);
        await using var command = source.CreateCommand("UPDATE report_document SET content = $1, sha256 = coalesce($2, sha256) WHERE report_id = $3 AND format = $4");
        command.Parameters.AddWithValue(content);
        command.Parameters.Add(new() { Value = hash ? Suite.Reporting.Reports.ReportBinder.HashOf(content) : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.AddWithValue(report.Name["reports/".Length..]);
        command.Parameters.AddWithValue((int)format);
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task CreateReport_AsOfATimeAndAsKnownThen_TellsWhatWasKnown()
    {
        var told = await service.ToldAsync();
        var then = (await service.Client().GetReportAsync(new() { Name = (await MadeAsync(told)).Name })).CreateTime;
        await service.Events.SendAsync(told.Accepted(3, Told.Water, "GREEN", 7));
        var request = new CreateReportRequest { Report = new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 1, KnownTime = then } };

        (await AcceptedAsync(await service.Client().CreateReportAsync(request))).ShouldBe("2");
        request.Report.KnownTime = null;
        (await AcceptedAsync(await service.Client().CreateReportAsync(request))).ShouldBe("3");
        request.Report.AsOfTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(Told.Spring.AddSeconds(90));
        (await AcceptedAsync(await service.Client().CreateReportAsync(request))).ShouldBe("2");
    }

    [Fact]
    public async Task CreateReport_AsOfTheFuture_IsRefused()
    {
        var told = await service.ToldAsync();
        var future = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddDays(1));

        var error = await Should.ThrowAsync<RpcException>(() => service.Client().CreateReportAsync(
            new() { Report = new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 1, AsOfTime = future } }).ResponseAsync);

        RpcProblem.FromRpc(error)!.Violations.ShouldHaveSingleItem().Field.ShouldBe("report.as_of_time");
    }

    async Task<string> AcceptedAsync(Report report) =>
        (await service.Client().ListFiguresAsync(new() { Parent = report.Name })).Figures.First(f => f.Formula == "count(accepted)").Value;

    async Task<Report> MadeAsync(Told told) =>
        await service.Client().CreateReportAsync(new() { Report = new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 1 } });

    async Task<Problem> RefusedAsync(string step, string name)
    {
        var (client, request) = (service.Client(), new ReportStepRequest { Name = name });
        Func<AsyncUnaryCall<Report>> call = step switch
        {
            "approve" => () => client.ApproveReportAsync(request),
            "refresh" => () => client.RefreshReportAsync(request),
            "reopen" => () => client.ReopenReportAsync(request),
            "issue" => () => client.IssueReportAsync(request),
            "discard" => () => client.DiscardReportAsync(request),
            _ => () => client.CorrectReportAsync(request),
        };
        return RpcProblem.FromRpc(await Should.ThrowAsync<RpcException>(() => call().ResponseAsync)).ShouldNotBeNull();
    }
}
