using System.Text.Json;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

/// <summary>One task through a quarter by the JSON doors, and everything on the way that must be refused.</summary>
public sealed class ProgressApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Unit = "humen";

    [Fact]
    public async Task Report_FromDraftToAcceptance_ShowsTheLightOnTheTask()
    {
        await AcknowledgedAsync("path");
        var draft = await OpenAsync("path", "18");
        (draft.Text("name"), draft.Text("state"), draft.Text("suggestedLight"))
            .ShouldBe(("plans/path/tasks/1/reports/humen-q1", "PROGRESS_STATE_DRAFT", "LIGHT_GREEN"));
        var figure = draft.GetProperty("figures")[0];
        (figure.Text("periodValue"), figure.Text("yearToDateValue"), figure.Text("unit")).ShouldBe(("18", "18", "亿元"));
        (await StepAsync(Role.Approver, "path", "approve")).Require(200);
        (await StepAsync(Role.Reporter, "path", "submit")).Require(200);
        var accepted = (await StepAsync(Role.Office, "path", "accept")).Require(200);
        (accepted.Text("state"), accepted.Text("light")).ShouldBe(("PROGRESS_STATE_ACCEPTED", "LIGHT_GREEN"));
        accepted.GetProperty("steps").EnumerateArray().Select(s => s.Text("kind")).ShouldBe(
            ["KIND_DRAFTED", "KIND_APPROVED", "KIND_SUBMITTED", "KIND_ACCEPTED"]);
        (await suite.As(Role.Observer).GetAsync("/v1/plans/path/tasks/1").ReadAsync()).Require(200).Text("light").ShouldBe("LIGHT_GREEN");
        (await suite.As(Role.Observer).GetAsync("/v1/plans/path/tasks?light=green").ReadAsync()).Require(200).GetProperty("tasks").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Report_FarBehind_IsRedUnlessTheOfficeSaysWhy()
    {
        await AcknowledgedAsync("behind");
        (await OpenAsync("behind", "5")).Text("suggestedLight").ShouldBe("LIGHT_RED");
        await SubmittedAsync("behind");
        (await StepAsync(Role.Office, "behind", "accept", new { light = "LIGHT_GREEN" })).Problem(400, "INVALID_FIELD");
        (await StepAsync(Role.Office, "behind", "accept", new { light = "LIGHT_YELLOW", comment = "设备到货推迟，已有补救安排" }))
            .Require(200).Text("light").ShouldBe("LIGHT_YELLOW");
    }

    [Fact]
    public async Task Report_Returned_IsRevisedAndKeepsBothRevisions()
    {
        await AcknowledgedAsync("returned");
        await OpenAsync("returned", "18");
        await SubmittedAsync("returned");
        (await StepAsync(Role.Office, "returned", "return")).Problem(400, "INVALID_FIELD");
        (await StepAsync(Role.Office, "returned", "return", new { comment = "请附统计口径" })).Require(200);
        var revised = await suite.As(Role.Reporter, Unit).PatchAsJsonAsync(Url("returned"), new { narrative = "口径：规上工业。" }).ReadAsync();
        revised.Require(200).GetProperty("revision").GetInt32().ShouldBe(2);
        revised.Body.GetProperty("figures")[0].Text("periodValue").ShouldBe("18");
        // The office still sees what it returned, not the unit's new draft.
        var seen = (await suite.As(Role.Office).GetAsync(Url("returned")).ReadAsync()).Require(200);
        (seen.GetProperty("revision").GetInt32(), seen.Text("state")).ShouldBe((1, "PROGRESS_STATE_RETURNED"));
    }

    [Fact]
    public async Task Report_NotYetAccepted_IsHiddenFromOthers()
    {
        await AcknowledgedAsync("secret");
        await OpenAsync("secret", "18");
        var list = "/v1/plans/secret/tasks/1/reports";
        foreach (var outsider in new[] { suite.As(Role.Observer), suite.As(Role.Reporter, "changan"), suite.As(Role.Office), suite.As(Role.Leader) })
        {
            (await outsider.GetAsync(Url("secret")).ReadAsync()).Problem(404, "NOT_FOUND");
            (await outsider.GetAsync(list).ReadAsync()).Require(200).GetProperty("reports").GetArrayLength().ShouldBe(0);
        }

        (await suite.As(Role.Approver, Unit).GetAsync(list).ReadAsync()).Require(200).GetProperty("reports").GetArrayLength().ShouldBe(1);
        await SubmittedAsync("secret");
        (await suite.As(Role.Office).GetAsync(Url("secret")).ReadAsync()).Require(200);
        (await suite.As(Role.Observer).GetAsync(Url("secret")).ReadAsync()).Problem(404, "NOT_FOUND");
        (await StepAsync(Role.Office, "secret", "accept")).Require(200);
        (await suite.As(Role.Observer).GetAsync(Url("secret")).ReadAsync()).Require(200);
    }

    [Theory]
    [InlineData(Role.Approver, Unit, "ROLE_NOT_ALLOWED")]
    [InlineData(Role.Office, null, "ROLE_NOT_ALLOWED")]
    [InlineData(Role.Reporter, "water", "OUT_OF_SCOPE")]
    [InlineData(Role.Reporter, "elsewhere", "OUT_OF_SCOPE")]
    public async Task CreateProgressReport_ByOthers_IsRefused(Role role, string? unit, string reason)
    {
        await EnsureAcknowledgedAsync("others");
        (await suite.As(role, unit).PostAsJsonAsync("/v1/plans/others/tasks/1/reports", new { quarter = 1 }).ReadAsync()).Problem(403, reason);
    }

    [Theory]
    [InlineData("approve", Role.Reporter, Unit)]
    [InlineData("approve", Role.Approver, "changan")]
    [InlineData("submit", Role.Reporter, "changan")]
    [InlineData("submit", Role.Office, null)]
    [InlineData("accept", Role.Approver, Unit)]
    [InlineData("return", Role.Reporter, Unit)]
    public async Task Step_ByOthers_IsRefused(string step, Role role, string? unit)
    {
        await EnsureAcknowledgedAsync("steps");
        (await suite.As(role, unit).PostAsJsonAsync($"{Url("steps")}:{step}", new { }).ReadAsync()).Status.ShouldBe(403);
    }

    [Fact]
    public async Task CreateProgressReport_BeforeAcknowledging_IsRefused()
    {
        await suite.IssueAsync("hasty", Tables.TwoTasks);
        (await CreateAsync("hasty", 1, Figure("hasty", "18"))).Problem(409, "ILLEGAL_STEP");
    }

    [Fact]
    public async Task CreateProgressReport_Twice_IsRefusedUnlessItIsTheSameRequest()
    {
        await AcknowledgedAsync("double");
        var reporter = suite.As(Role.Reporter, Unit);
        reporter.DefaultRequestHeaders.Add("Idempotency-Key", "draft-1");
        object report = new { quarter = 1, figures = new[] { Figure("double", "18") } };
        var first = await reporter.PostAsJsonAsync("/v1/plans/double/tasks/1/reports", report).ReadAsync();
        var again = await reporter.PostAsJsonAsync("/v1/plans/double/tasks/1/reports", report).ReadAsync();
        again.Require(200).ToString().ShouldBe(first.Require(200).ToString());
        (await CreateAsync("double", 1, Figure("double", "18"))).Problem(409, "ALREADY_EXISTS");
    }

    [Theory]
    [InlineData("18.1234567", "report.figures[0].period_value")]
    [InlineData("1e3", "report.figures[0].period_value")]
    [InlineData("１８", "report.figures[0].period_value")]
    [InlineData("", "report.figures[0]")]
    public async Task Figure_NotADecimal_NamesTheField(string value, string field)
    {
        await EnsureAcknowledgedAsync("decimals");
        (await CreateAsync("decimals", 1, Figure("decimals", value))).Problem(400, "INVALID_FIELD").Body.GetProperty("violations")[0].Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task Figure_OfACommitmentThatIsNotThere_NamesTheField()
    {
        await EnsureAcknowledgedAsync("nowhere");
        (await CreateAsync("nowhere", 1, Figure("nowhere", "1", ordinal: 99))).Problem(400, "INVALID_FIELD").Detail.ShouldContain("1 to 5");
        (await CreateAsync("nowhere", 1, Figure("elsewhere", "1"))).Problem(400, "INVALID_FIELD").Detail.ShouldContain("plans/nowhere/tasks/1/commitments");
    }

    [Fact]
    public async Task Figure_ThatContradictsTheQuarterBefore_ShowsBoth()
    {
        await AcknowledgedAsync("contradiction");
        await OpenAsync("contradiction", "18");
        await SubmittedAsync("contradiction");
        (await StepAsync(Role.Office, "contradiction", "accept")).Require(200);
        var figure = new { commitment = "plans/contradiction/tasks/1/commitments/3", periodValue = "30", yearToDateValue = "60" };
        var refused = (await CreateAsync("contradiction", 2, figure)).Problem(409, "CONTRADICTING_FIGURE");
        refused.Detail.ShouldContain("48");
        refused.Detail.ShouldContain("60");
        var derived = (await CreateAsync("contradiction", 2, figure with { yearToDateValue = "" })).Require(200).GetProperty("figures")[0];
        derived.Text("yearToDateValue").ShouldBe("48");
    }

    [Fact]
    public async Task Update_WithAStaleEtag_IsRefused()
    {
        await AcknowledgedAsync("editors");
        var etag = (await OpenAsync("editors", "18")).Text("etag");
        (await suite.As(Role.Reporter, Unit).PatchAsJsonAsync(Url("editors"), new { narrative = "先到", etag }).ReadAsync()).Require(200);
        (await suite.As(Role.Reporter, Unit).PatchAsJsonAsync(Url("editors"), new { narrative = "后到", etag }).ReadAsync()).Problem(412, "STALE_ETAG");
    }

    [Fact]
    public async Task EveryChange_IsInTheAuditChain_AndItsEventsInTheOutbox()
    {
        await AcknowledgedAsync("audited");
        await OpenAsync("audited", "18");
        await SubmittedAsync("audited");
        (await StepAsync(Role.Office, "audited", "accept")).Require(200);
        await using var source = NpgsqlDataSource.Create(suite.ConnectionString);
        (await ColumnAsync(source, "SELECT action FROM audit_entry WHERE resource LIKE 'plans/audited%' ORDER BY sequence")).ShouldBe(
            ["ImportPlan", "IssuePlan", "AcknowledgeTask", "CreateProgressReport", "ApproveProgressReport", "SubmitProgressReport", "AcceptProgressReport"]);
        (await ColumnAsync(source, "SELECT split_part(type, '.', 5) FROM outbox_message WHERE payload::text LIKE '%plans/audited%' ORDER BY sequence")).ShouldBe(
            ["PlanIssued", "TaskIssued", "TaskIssued", "TaskAcknowledged", "ProgressSubmitted", "ProgressAccepted"]);
        // Each entry carries the hash of the one before, without gaps.
        (await ColumnAsync(source,
            "SELECT count(*)::text FROM audit_entry a LEFT JOIN audit_entry b ON b.sequence = a.sequence - 1 WHERE a.previous_hash <> coalesce(b.hash, repeat('0', 64))"))
            .ShouldBe(["0"]);
    }

    async Task AcknowledgedAsync(string plan)
    {
        await suite.IssueAsync(plan, Tables.TwoTasks);
        (await suite.As(Role.Reporter, Unit).PostAsJsonAsync($"/v1/plans/{plan}/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
    }

    async Task EnsureAcknowledgedAsync(string plan)
    {
        if ((await suite.As(Role.Observer).GetAsync($"/v1/plans/{plan}").ReadAsync()).Status == 404) await AcknowledgedAsync(plan);
    }

    async Task<JsonElement> OpenAsync(string plan, string amount) => (await CreateAsync(plan, 1, Figure(plan, amount))).Require(200);

    async Task SubmittedAsync(string plan)
    {
        (await StepAsync(Role.Approver, plan, "approve")).Require(200);
        (await StepAsync(Role.Reporter, plan, "submit")).Require(200);
    }

    Task<Answer> CreateAsync(string plan, int quarter, object figure) =>
        suite.As(Role.Reporter, Unit).PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/reports", new { quarter, narrative = "进展顺利。", figures = new[] { figure } }).ReadAsync();

    Task<Answer> StepAsync(Role role, string plan, string step, object? body = null) =>
        suite.As(role, role == Role.Office ? null : Unit).PostAsJsonAsync($"{Url(plan)}:{step}", body ?? new { }).ReadAsync();

    /// <summary>A figure for the first quarter's commitment (20 亿元), the second of the task.</summary>
    static object Figure(string plan, string amount, int ordinal = 2) =>
        new { commitment = $"plans/{plan}/tasks/1/commitments/{ordinal}", periodValue = amount };

    static string Url(string plan) => $"/v1/plans/{plan}/tasks/1/reports/{Unit}-q1";

    static async Task<List<string>> ColumnAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }
}
