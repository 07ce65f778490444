using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Directory.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Assignments;

/// <summary>A unit ends; what it was assigned stays with it until the office carries it over, to whom and from when it decides.</summary>
public sealed class HandoverTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task HandOver_UnitMerged_SuccessorGoesOnFromItsFigures()
    {
        await suite.IssueAsync("merged", Tables.TwoTasks);
        var old = suite.As(Role.Reporter, "humen");
        (await old.PostAsJsonAsync("/v1/plans/merged/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        (await old.PostAsJsonAsync("/v1/plans/merged/tasks/1/reports", new { quarter = 1, figures = new[] { Figure(2, "18") } }).ReadAsync()).Require(200);
        await StepAsync("humen", Role.Approver, "approve");
        await StepAsync("humen", Role.Reporter, "submit");
        await StepAsync("humen", Role.Office, "accept");

        Ends("虎门镇", "humen", "new-town");
        var pending = await PendingAsync("merged");
        var handover = pending.EnumerateArray().Single(h => h.GetProperty("assignment").Text("name") == "plans/merged/tasks/1/assignments/humen");
        (handover.GetProperty("assignment").Text("displayName"), handover.Text("endDate")).ShouldBe(("虎门镇", "2026-01-01"));
        handover.GetProperty("successors").EnumerateArray().Select(s => (s.Text("unit"), s.Text("displayName"))).ShouldBe([("units/new-town", "新城镇")]);
        (await suite.As(Role.Reporter, "new-town").PostAsJsonAsync("/v1/plans/merged/tasks/1:acknowledge", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");

        var order = new { units = new[] { "units/new-town" }, fromDate = "2026-01-01", reason = "撤并" };
        var taken = (await HandOverAsync("merged", "humen", order)).Require(200).GetProperty("assignments")[0];
        (taken.Text("unit"), taken.Text("role"), taken.GetProperty("predecessors")[0].GetString()).ShouldBe(("units/new-town", "ASSIGNMENT_ROLE_LEAD", "units/humen"));
        (await PendingAsync("merged", atLeast: 0)).GetArrayLength().ShouldBe(0);

        var task = (await suite.As(Role.Observer).GetAsync("/v1/plans/merged/tasks/1").ReadAsync()).Require(200);
        (task.GetProperty("leadUnits")[0].Text("unit"), task.GetProperty("leadUnits")[0].Text("asWritten"), task.Text("state"))
            .ShouldBe(("units/new-town", "虎门镇", "TASK_STATE_ISSUED"));
        var successor = suite.As(Role.Reporter, "new-town");
        (await successor.PostAsJsonAsync("/v1/plans/merged/tasks/1:acknowledge", new { }).ReadAsync()).Require(200).Text("state").ShouldBe("TASK_STATE_IN_PROGRESS");
        var next = (await successor.PostAsJsonAsync("/v1/plans/merged/tasks/1/reports", new { quarter = 2, figures = new[] { Figure(3, "30") } }).ReadAsync()).Require(200);
        next.GetProperty("figures")[0].Text("yearToDateValue").ShouldBe("48");
        (await old.PostAsJsonAsync("/v1/plans/merged/tasks/1/reports", new { quarter = 3 }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");

        object Figure(int ordinal, string value) => new { commitment = $"plans/merged/tasks/1/commitments/{ordinal}", periodValue = value };
        async Task StepAsync(string unit, Role role, string step) =>
            (await suite.As(role, role == Role.Office ? null : unit).PostAsJsonAsync($"/v1/plans/merged/tasks/1/reports/{unit}-q1:{step}", new { }).ReadAsync()).Require(200);
    }

    [Fact]
    public async Task HandOver_ReportNotYetSubmitted_IsVisibleToTheSuccessorAlone()
    {
        await suite.IssueAsync("seen", Tables.TwoTasks);
        var old = suite.As(Role.Reporter, "water");
        (await old.PostAsJsonAsync("/v1/plans/seen/tasks/2:acknowledge", new { }).ReadAsync()).Require(200);
        (await old.PostAsJsonAsync("/v1/plans/seen/tasks/2/reports", new { quarter = 1, narrative = "未审签" }).ReadAsync()).Require(200);
        const string url = "/v1/plans/seen/tasks/2/reports/water-q1";
        (await suite.As(Role.Reporter, "development-reform").GetAsync(url).ReadAsync()).Problem(404, "NOT_FOUND");
        (await HandOverAsync("seen", "water", new { units = new[] { "development-reform" }, reason = "职责调整" }, task: 2)).Require(200);
        (await suite.As(Role.Reporter, "development-reform").GetAsync(url).ReadAsync()).Require(200).Text("narrative").ShouldBe("未审签");
        (await suite.As(Role.Reporter, "changan").GetAsync(url).ReadAsync()).Problem(404, "NOT_FOUND");
        (await suite.As(Role.Reporter, "development-reform").PatchAsJsonAsync(url, new { narrative = "改" }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
    }

    [Fact]
    public async Task HandOver_ToAUnitWithAPart_KeepsTheHigherPart()
    {
        await suite.IssueAsync("higher", Tables.TwoTasks);
        (await HandOverAsync("higher", "humen", new { units = new[] { "changan" }, reason = "合并" })).Require(200).GetProperty("assignments")[0].Text("role")
            .ShouldBe("ASSIGNMENT_ROLE_LEAD");
        var assignments = (await suite.As(Role.Office).GetAsync("/v1/plans/higher/tasks/1/assignments?showWithdrawn=true").ReadAsync()).Require(200).GetProperty("assignments");
        assignments.EnumerateArray().Select(a => $"{a.Text("unit")} {string.Join(' ', a.GetProperty("changes").EnumerateArray().Select(c => c.Text("kind")))}")
            .ShouldBe(["units/changan KIND_TAKEN_OVER", "units/development-reform ", "units/humen KIND_HANDED_OVER"]);
        (await suite.As(Role.Office).GetAsync("/v1/plans/higher").ReadAsync()).Require(200).GetProperty("assignmentCount").GetInt32().ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"units":[],"reason":"x"}""", "units")]
    [InlineData("""{"units":["nowhere"],"reason":"x"}""", "units[0]")]
    [InlineData("""{"units":["humen"],"reason":"x"}""", "units[0]")]
    [InlineData("""{"units":["water","water"],"reason":"x"}""", "units")]
    [InlineData("""{"units":["water"]}""", "reason")]
    [InlineData("""{"units":["water"],"reason":"x","fromDate":"2199-01-01"}""", "from_date")]
    [InlineData("""{"units":["water"],"reason":"x","fromDate":"1 May"}""", "from_date")]
    public async Task HandOver_WrongOrder_NamesTheField(string order, string field)
    {
        if ((await suite.As(Role.Office).GetAsync("/v1/plans/wrong").ReadAsync()).Status == 404) await suite.IssueAsync("wrong", Tables.TwoTasks);
        var answer = await HandOverAsync("wrong", "humen", JsonDocument.Parse(order).RootElement);
        answer.Problem(400, "INVALID_FIELD").Body.GetProperty("violations")[0].Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task HandOver_TwiceOrStale_IsRefused_AndARepeatedRequestAnswersAgain()
    {
        await suite.IssueAsync("once", Tables.TwoTasks);
        var order = new { units = new[] { "water" }, reason = "调整", etag = "1" };
        (await HandOverAsync("once", "humen", order)).Problem(412, "STALE_ETAG");
        (await HandOverAsync("once", "nobody", order with { etag = "" })).Problem(404, "NOT_FOUND");
        var repeated = new { units = new[] { "water" }, reason = "调整", requestId = "hand-over-1" };
        var first = (await HandOverAsync("once", "humen", repeated)).Require(200);
        (await HandOverAsync("once", "humen", repeated)).Require(200).ToString().ShouldBe(first.ToString());
        (await HandOverAsync("once", "humen", order with { etag = "" })).Problem(409, "ILLEGAL_STEP");
    }

    Task<Answer> HandOverAsync(string plan, string unit, object order, int task = 1) =>
        suite.As(Role.Office).PostAsJsonAsync($"/v1/plans/{plan}/tasks/{task}/assignments/{unit}:handOver", order).ReadAsync();

    void Ends(string name, string unit, string successor)
    {
        suite.Organization.Put(new Unit { Name = $"units/{successor}", DisplayName = "新城镇", Kind = UnitKind.Town, Parent = "units/city", EffectiveFrom = "2026-01-01" });
        suite.Organization.Put(new Unit
        {
            Name = $"units/{unit}", DisplayName = name, Kind = UnitKind.Town, Parent = "units/city", EffectiveUntil = "2026-01-01", Successors = { $"units/{successor}" },
        });
    }

    async Task<JsonElement> PendingAsync(string plan, int atLeast = 1)
    {
        for (var (clock, began) = (TimeProvider.System, TimeProvider.System.GetTimestamp()); ; await Task.Delay(50))
        {
            var pending = (await suite.As(Role.Office).GetAsync($"/v1/plans/{plan}/handovers").ReadAsync()).Require(200).GetProperty("handovers");
            if (pending.GetArrayLength() >= atLeast) return pending;
            clock.GetElapsedTime(began).ShouldBeLessThan(Patience);
        }
    }
}
