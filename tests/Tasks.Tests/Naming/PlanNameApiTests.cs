using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Naming;

public sealed class PlanNameApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    /// <summary>A sure lead, a likely one, an unknown office with its host, a group behind 等.</summary>
    static readonly string Table = Tables.With(
        Tables.Row("市《政府工作报告》：某事。", 1, "办好第一件事。", "<b>一季度：</b>启动。", "虎门镇", "新设道安办（市水务局）、东部镇等相关镇街"),
        Tables.Row("", 2, "办好第二件事。", "<b>一季度：</b>启动。", "市水务处", "新城投资集团"),
        Tables.Row("", 3, "办好第三件事。", "<b>一季度：</b>启动。", "市水务处具体负责", "无"));

    [Fact]
    public async Task ImportPlan_EveryDistinctName_IsSureLikelyOrUnknownWithAProposal()
    {
        var summary = (await suite.ImportAsync("told", Table)).GetProperty("summary");
        summary.GetProperty("names").EnumerateArray().Select(Short).ShouldBe(
        [
            "UNIT 东部镇 LIKELY", "UNIT 市水务处 LIKELY", "UNIT 市水务局 SURE", "UNIT 新城投资集团 UNKNOWN STATE_ENTERPRISE", "UNIT 新设道安办 UNKNOWN HEADQUARTERS",
            "UNIT 虎门镇 SURE", "GROUP 相关镇街 UNKNOWN", "PERSON 刘光滨 SURE",
        ], ignoreOrder: true);
        var names = summary.GetProperty("names").EnumerateArray().ToDictionary(n => n.Text("text"));
        (names["新设道安办"].Text("host"), names["新设道安办"].GetProperty("proposal").Text("host")).ShouldBe(("市水务局", "市水务局"));
        var likely = names["市水务处"];
        likely.GetProperty("candidates").EnumerateArray().Select(c => $"{c.Text("resource")} {c.Text("score")} {c.Text("reason")}").ShouldBe(["units/water 0.50 MATCH_REASON_SIMILAR"]);
        likely.GetProperty("tasks").EnumerateArray().Select(t => t.GetInt32()).ShouldBe([2, 3]);
        likely.GetProperty("asWritten").EnumerateArray().Select(w => w.GetString()).ShouldBe(["市水务处", "市水务处具体负责"]);
    }

    [Fact]
    public async Task SettlePlanName_Candidate_ResolvesTheDraftAndTeachesTheDirectory()
    {
        await suite.ImportAsync("settled", Table);
        var office = suite.As(Role.Office);
        (await office.PostAsJsonAsync("/v1/plans/settled:issue", new { }).ReadAsync()).Problem(409, "NAMES_UNRESOLVED");
        var done = (await SettleAsync("settled", "市水务处", new { resource = "units/water", reason = "同一单位" })).Require(200);
        (done.GetProperty("resolvedTasks").GetInt32(), done.GetProperty("learned").GetBoolean(), FakeDirectory.Learned["市水务处"]).ShouldBe((2, true, "units/water"));
        (done.GetProperty("name").Text("certainty"), done.GetProperty("name").GetProperty("settlement").Text("settler")).ShouldBe(("NAME_CERTAINTY_SURE", "office"));
        var lead = (await office.GetAsync("/v1/plans/settled/tasks/2").ReadAsync()).Require(200).GetProperty("leadUnits")[0];
        (lead.Text("unit"), lead.Text("displayName"), lead.Text("asWritten")).ShouldBe(("units/water", "市水务局", "市水务处"));
        (await office.GetAsync("/v1/plans/settled/tasks?unit=water").ReadAsync()).Require(200).GetProperty("tasks").GetArrayLength().ShouldBe(2);
        (await office.PostAsJsonAsync("/v1/plans/settled:issue", new { }).ReadAsync()).Require(200);
    }

    [Fact]
    public async Task SettlePlanName_DecisionStandsWhenTheDraftIsReplaced_AndCanBeChanged()
    {
        await suite.ImportAsync("again", Table);
        (await SettleAsync("again", "市水务处", new { resource = "units/water", reason = "同一单位", onlyHere = true })).Require(200).GetProperty("learned").GetBoolean().ShouldBeFalse();
        var names = (await suite.ImportAsync("again", Table.Replace("第三件事", "第三件大事", StringComparison.Ordinal))).GetProperty("summary").GetProperty("names");
        names.EnumerateArray().Single(n => n.Text("text") == "市水务处").Text("resource").ShouldBe("units/water");
        (await SettleAsync("again", "市水务处", new { resource = "units/humen", reason = "更正" })).Require(200).GetProperty("resolvedTasks").GetInt32().ShouldBe(2);
        (await SettleAsync("again", "市水务处", new { leave = true, reason = "待定" })).Require(200).GetProperty("name").Text("certainty").ShouldBe("NAME_CERTAINTY_LIKELY");
        (await suite.As(Role.Office).GetAsync("/v1/plans/again/tasks/2").ReadAsync()).Require(200).GetProperty("leadUnits")[0].Text("unit").ShouldBeEmpty();
    }

    [Fact]
    public async Task SettlePlanName_OnAnEdition_LetsItsChangeBeAccepted()
    {
        await suite.IssueAsync("of-edition", Tables.TwoTasks);
        await suite.ImportAsync("of-edition", Tables.TwoTasks.Replace("\t虎门镇\t", "\t市某某处\t", StringComparison.Ordinal));
        var office = suite.As(Role.Office);
        (await office.PostAsJsonAsync("/v1/plans/of-edition/editions/1:accept", new { reason = "x" }).ReadAsync()).Problem(409, "NAMES_UNRESOLVED");
        (await SettleAsync("of-edition", "市某某处", new { resource = "units/water", reason = "同一单位" })).Require(200).GetProperty("resolvedTasks").GetInt32().ShouldBe(0);
        (await office.PostAsJsonAsync("/v1/plans/of-edition/editions/1:accept", new { reason = "x" }).ReadAsync()).Require(200);
        (await office.GetAsync("/v1/plans/of-edition/tasks/1").ReadAsync()).Require(200).GetProperty("leadUnits")[0].Text("unit").ShouldBe("units/water");
    }

    [Fact]
    public async Task ListPlanNames_OpenOnes_ArePagedAndLeaveTheList()
    {
        await suite.ImportAsync("open", Table);
        (await OpenAsync("open")).ShouldBe(["东部镇", "市水务处", "新城投资集团", "新设道安办", "相关镇街"], ignoreOrder: true);
        (await SettleAsync("open", "新城投资集团", new { leave = true, reason = "待设立" })).Require(200).GetProperty("name").GetProperty("settlement").GetProperty("left").GetBoolean().ShouldBeTrue();
        (await OpenAsync("open")).ShouldNotContain("新城投资集团");
        (await suite.As(Role.Office).GetAsync("/v1/plans/none-such/names").ReadAsync()).Problem(404, "NOT_FOUND");
    }

    [Fact]
    public async Task SettlePlanName_WrongArguments_AreNamed()
    {
        await suite.ImportAsync("wrong", Table);
        foreach (var (body, field) in ((object, string)[])
            [
                (new { reason = "x" }, "resource"), (new { resource = "units/water", leave = true, reason = "x" }, "resource"),
                (new { resource = "groups/towns", reason = "x" }, "resource"), (new { resource = "units/A B", reason = "x" }, "resource"),
                (new { resource = "units/water" }, "reason"),
            ])
            (await SettleAsync("wrong", "市水务处", body)).Problem(400, "INVALID_FIELD").Body.GetProperty("violations")[0].Text("field").ShouldBe(field);
        (await SettleAsync("wrong", "市水务处", new { resource = "units/none-such", reason = "x" })).Problem(404, "NOT_FOUND");
        (await SettleAsync("wrong", "市水务处", new { resource = "units/water", reason = "x", etag = "1" })).Problem(412, "STALE_ETAG");
        (await SettleAsync("wrong", "虎门镇", new { leave = true, reason = "x" })).Problem(400, "INVALID_FIELD");
        (await suite.As(Role.Office).PostAsJsonAsync("/v1/plans/wrong/names/unit-0:settle", new { resource = "units/water", reason = "x" }).ReadAsync()).Problem(404, "NOT_FOUND");
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Observer)]
    public async Task Names_NotTheOffice_AreRefused(Role role)
    {
        // An approver has an office's rights in plans that the own unit made, and this is none.
        var (client, reason) = (suite.As(role, "humen"), role == Role.Approver ? "OUT_OF_SCOPE" : "ROLE_NOT_ALLOWED");
        (await client.GetAsync("/v1/plans/x/names").ReadAsync()).Problem(403, reason);
        (await client.GetAsync("/v1/plans/x/names/unit-1").ReadAsync()).Problem(403, reason);
        (await client.PostAsJsonAsync("/v1/plans/x/names/unit-1:settle", new { leave = true, reason = "x" }).ReadAsync()).Problem(403, reason);
        (await suite.Anonymous().GetAsync("/v1/plans/x/names").ReadAsync()).Problem(401, "TOKEN_REQUIRED");
    }

    async Task<List<string>> OpenAsync(string plan)
    {
        var names = new List<string>();
        var token = "";
        do
        {
            var page = (await suite.As(Role.Office).GetAsync($"/v1/plans/{plan}/names?open&pageSize=2&pageToken={Uri.EscapeDataString(token)}").ReadAsync()).Require(200);
            names.AddRange(page.GetProperty("names").EnumerateArray().Select(n => n.Text("text")));
            token = page.Text("nextPageToken");
        }
        while (token.Length > 0);
        return names;
    }

    async Task<Answer> SettleAsync(string plan, string text, object body)
    {
        var office = suite.As(Role.Office);
        var names = (await office.GetAsync($"/v1/plans/{plan}/names?pageSize=1000").ReadAsync()).Require(200).GetProperty("names");
        var name = names.EnumerateArray().Single(n => n.Text("text") == text).Text("name");
        return await office.PostAsJsonAsync($"/v1/{name}:settle", body).ReadAsync();
    }

    static string Short(JsonElement name)
    {
        var kind = name.TryGetProperty("proposal", out var proposal) ? $" {proposal.Text("kind")["UNIT_KIND_".Length..]}" : "";
        return $"{name.Text("kind")["NAME_KIND_".Length..]} {name.Text("text")} {name.Text("certainty")["NAME_CERTAINTY_".Length..]}{kind}";
    }
}
