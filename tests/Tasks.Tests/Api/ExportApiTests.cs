using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using PlanService = Suite.Tasks.V1.PlanService;

namespace Suite.Tasks.Tests.Api;

public sealed class ExportApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData("any", "", Docx, ".docx")]
    [InlineData("docx", "?format=EXPORT_FORMAT_DOCX", Docx, ".docx")]
    [InlineData("xlsx", "?format=EXPORT_FORMAT_XLSX", Xlsx, ".xlsx")]
    public async Task ExportPlan_Issued_IsAFileWithItsName(string plan, string query, string contentType, string extension)
    {
        await suite.IssueAsync(plan, Tables.TwoTasks);

        using var answer = await suite.As(Role.Observer).GetAsync($"/v1/plans/{plan}:export{query}");

        ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).ShouldBe((200, contentType));
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"2024年市政府重点工作任务分解表{extension}");
        (await answer.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task ExportPlan_OverGrpc_GivesTheSameBytes()
    {
        await suite.IssueAsync("over-grpc", Tables.TwoTasks);
        var client = new PlanService.PlanServiceClient(suite.GrpcAs(Role.Office));

        var body = await client.ExportPlanAsync(new() { Name = "plans/over-grpc" });

        body.ContentType.ShouldBe(Docx);
        body.Data.ToByteArray().ShouldBe(await suite.As(Role.Leader, person: "someone").GetByteArrayAsync("/v1/plans/over-grpc:export"));
    }

    [Fact]
    public async Task ExportPlan_Draft_IsForTheOfficeAndSaysSo()
    {
        await suite.ImportAsync("draft", Tables.TwoTasks);

        foreach (var role in new[] { Role.Reporter, Role.Approver, Role.Leader, Role.Observer })
            (await suite.As(role, "humen").GetAsync("/v1/plans/draft:export").ReadAsync()).Problem(404, "NOT_FOUND");
        (await suite.Anonymous().GetAsync("/v1/plans/draft:export").ReadAsync()).Problem(401, "TOKEN_REQUIRED");
        using var answer = await suite.As(Role.Office).GetAsync("/v1/plans/draft:export");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("2024年市政府重点工作任务分解表（草案）.docx");
        using var opened = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        opened.MainDocumentPart!.HeaderParts.Single().Header.InnerText.ShouldStartWith("草案");
        opened.MainDocumentPart.Document.Body!.Elements<Table>().Single().Elements<TableRow>().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("/v1/plans/none:export", 404, "NOT_FOUND")]
    [InlineData("/v1/plans/none:export?format=PDF", 400, "INVALID_FIELD")]
    [InlineData("/v1/plans/none:export?format=7", 400, "INVALID_FIELD")]
    [InlineData("/v1/plans/NONE:export", 400, "INVALID_FIELD")]
    public async Task ExportPlan_WrongRequest_IsRefused(string path, int status, string reason) =>
        (await suite.As(Role.Office).GetAsync(path).ReadAsync()).Problem(status, reason);

    [Fact]
    public async Task ExportPlan_CellTooLongForAWorkbook_SaysThatADocumentHolds()
    {
        var target = string.Concat(Enumerable.Repeat("把一件小事办好，", 4_200));
        await suite.ImportAsync("long", Tables.TwoTasks.Replace("完成工业投资 100 亿元。\t", $"{target}。\t", StringComparison.Ordinal));
        var office = suite.As(Role.Office);

        (await office.GetAsync("/v1/plans/long:export?format=EXPORT_FORMAT_XLSX").ReadAsync()).Problem(413, "TOO_LARGE").Detail.ShouldContain("DOCX");
        (await office.GetAsync("/v1/plans/long:export")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task ExportPlan_LeavesATraceInTheAudit()
    {
        await suite.IssueAsync("audited", Tables.TwoTasks);
        (await suite.As(Role.Observer).GetAsync("/v1/plans/audited:export")).EnsureSuccessStatusCode();

        await using var connection = new NpgsqlConnection(suite.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM audit_entry WHERE action = 'ExportPlan' AND resource = 'plans/audited'", connection);
        (await command.ExecuteScalarAsync()).ShouldBe(1L);
    }
}
