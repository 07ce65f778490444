using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using static Suite.Tasks.Tests.Contributions.ContributionWork;

namespace Suite.Tasks.Tests.Contributions;

/// <summary>The lead unit takes text and figures over, and everybody can see where they came from.</summary>
public sealed class TakeOverTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task TakeOver_Everything_PutsTextBehindFiguresInPlaceAndKeepsTheSource()
    {
        var work = await HandedInAsync("taken");
        var taken = (await work.TakeOverAsync(new { contribution = work.Contribution })).Require(200);
        taken.Text("narrative").ShouldBe("推进治水。\n市发展改革局：争取上级资金5亿元。");
        taken.GetProperty("figures").EnumerateArray().Select(f => (f.Text("commitment")[^1], f.Text("periodValue"), f.Text("yearToDateValue"))).ShouldBe([('3', "79", "79"), ('2', "5", "5")]);
        Sources(taken).ShouldBe([($"{work.Contribution}/revisions/1", "市发展改革局", "narrative", $"{work.Task}/commitments/2")]);
        // Once more changes nothing; neither do its text nor its figures come twice.
        (await work.TakeOverAsync(new { contribution = work.Contribution })).Require(200).Text("etag").ShouldBe(taken.Text("etag"));

        var edited = (await EditAsync(work, new { figures = new[] { work.Figure(2, "6"), work.Figure(3, "79") } })).Require(200);
        Sources(edited).ShouldBe([($"{work.Contribution}/revisions/1", "市发展改革局", "narrative", "")]);
        await work.SendAsync(Lead, 1);
        (await work.StepAsync(Role.Office, null, Lead, 1, "accept", new { comment = "属实" })).Require(200);
        Sources((await suite.As(Role.Observer).GetAsync($"/v1/{work.ReportOf(Lead, 1)}/revisions/1").ReadAsync()).Require(200)).Single().Fields.ShouldBe("narrative");
        (await work.TakeOverAsync(new { contribution = work.Contribution })).Problem(409, "ILLEGAL_STEP");
    }

    [Fact]
    public async Task TakeOver_SomeOfIt_TakesThatAlone()
    {
        var work = await HandedInAsync("some");
        var taken = (await work.TakeOverAsync(new { contribution = work.Contribution, commitments = new[] { $"{work.Task}/commitments/2" } })).Require(200);
        taken.Text("narrative").ShouldBe("推进治水。");
        Sources(taken).Single().Commitments.ShouldBe($"{work.Task}/commitments/2");
        (await work.TakeOverAsync(new { contribution = work.Contribution, fields = new[] { "narrative" } })).Require(200).Text("narrative").ShouldEndWith("市发展改革局：争取上级资金5亿元。");
        Sources((await EditAsync(work, new { }, "?updateMask=narrative")).Require(200)).Single().Fields.ShouldBe("");
        var compared = (await suite.As(Role.Reporter, Lead).GetAsync($"/v1/{work.ReportOf(Lead, 1)}:compareRevisions").ReadAsync()).Require(200);
        compared.GetProperty("differences").EnumerateArray().ShouldContain(d => d.Text("field") == "sources[development-reform/revisions/1]" && d.Text("after") == "commitments/2");
    }

    [Fact]
    public async Task TakeOver_WhatIsNotThere_IsRefused()
    {
        var work = await HandedInAsync("wrong");
        (await work.TakeOverAsync(new { contribution = work.ReportOf("humen", 1) })).Problem(404, "NOT_FOUND");
        (await work.TakeOverAsync(new { contribution = work.ReportOf(Supporter, 2) })).Problem(400, "INVALID_FIELD");
        (await work.TakeOverAsync(new { contribution = work.Contribution, revision = 7 })).Problem(404, "NOT_FOUND");
        (await work.TakeOverAsync(new { contribution = work.Contribution, fields = new[] { "steps" } })).Problem(400, "INVALID_FIELD");
        (await work.TakeOverAsync(new { contribution = work.Contribution, fields = new[] { "difficulties" } })).Problem(400, "INVALID_FIELD");
        (await work.TakeOverAsync(new { contribution = work.Contribution, commitments = new[] { $"{work.Task}/commitments/3" } })).Problem(400, "INVALID_FIELD");
        (await work.TakeOverAsync(new { contribution = work.Contribution, etag = "1000" })).Problem(412, "STALE_ETAG");
        (await work.TakeOverAsync(new { contribution = work.ReportOf(Lead, 1) }, by: Supporter)).Problem(409, "ILLEGAL_STEP");
        (await suite.As(Role.Reporter, Supporter).PostAsJsonAsync($"/v1/{work.ReportOf(Lead, 1)}:takeOver", new { contribution = work.Contribution }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await suite.As(Role.Approver, Lead).PostAsJsonAsync($"/v1/{work.ReportOf(Lead, 1)}:takeOver", new { contribution = work.Contribution }).ReadAsync()).Problem(403, "ROLE_NOT_ALLOWED");
    }

    [Fact]
    public async Task TakeOver_NotHandedInYet_IsNotThere()
    {
        var work = await new ContributionWork(suite, "secret").IssuedAsync();
        (await work.DraftAsync(Lead, 1, "推进治水。")).Require(200);
        var none = await work.TakeOverAsync(new { contribution = work.Contribution });
        (await work.DraftAsync(Supporter, 1, "未审签的内容。")).Require(200);
        var hidden = await work.TakeOverAsync(new { contribution = work.Contribution });
        (hidden.Problem(404, "NOT_FOUND").Detail, hidden.Status).ShouldBe((none.Problem(404, "NOT_FOUND").Detail, none.Status));
    }

    [Fact]
    public async Task TakeOver_FiftyTimesAtOnceWithOneRequestId_IsOneEffect()
    {
        var work = await HandedInAsync("fifty");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => work.TakeOverAsync(new { contribution = work.Contribution }, "fifty-take-overs")));
        answers.Select(a => a.Require(200).ToString()).Distinct().Count().ShouldBe(1);
        (await suite.ColumnAsync($"SELECT count(*)::text FROM audit_entry WHERE action = 'TakeOverContribution' AND resource = '{work.ReportOf(Lead, 1)}'")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task ListContributions_Paged_GivesEachOnce()
    {
        var work = await HandedInAsync("pages");
        var (seen, token, lead) = (new List<string>(), "", suite.As(Role.Reporter, Lead));
        do
        {
            var page = await work.ContributionsAsync(lead, $"period=q1&pageSize=1&pageToken={Uri.EscapeDataString(token)}");
            seen.AddRange(page.GetProperty("contributions").EnumerateArray().Select(c => c.Text("unit")));
            token = page.Text("nextPageToken");
        }
        while (token.Length > 0);
        seen.ShouldBe(["units/changan", "units/development-reform", "units/humen"]);
        (await lead.GetAsync($"/v1/{work.Task}/contributions?period=h1").ReadAsync()).Problem(400, "INVALID_FIELD");
        (await lead.GetAsync($"/v1/{work.Task}/contributions").ReadAsync()).Problem(400, "INVALID_FIELD");
    }

    /// <summary>The supporting unit has handed its contribution in, the lead unit has begun its report.</summary>
    async Task<ContributionWork> HandedInAsync(string plan)
    {
        var work = await new ContributionWork(suite, plan).IssuedAsync();
        await work.HandedInAsync(Supporter, 1, "争取上级资金5亿元。", work.Figure(2, "5"));
        (await work.DraftAsync(Lead, 1, "推进治水。", work.Figure(2, "18"), work.Figure(3, "79"))).Require(200);
        return work;
    }

    Task<Answer> EditAsync(ContributionWork work, object body, string query = "") =>
        suite.As(Role.Reporter, Lead).PatchAsJsonAsync($"/v1/{work.ReportOf(Lead, 1)}{query}", body).ReadAsync();

    static List<(string Revision, string Unit, string Fields, string Commitments)> Sources(JsonElement report) =>
        [.. report.GetProperty("sources").EnumerateArray().Select(s => (s.Text("revision"), s.Text("unitDisplayName"), Joined(s, "fields"), Joined(s, "commitments")))];

    static string Joined(JsonElement source, string name) => string.Join(',', source.GetProperty(name).EnumerateArray().Select(v => v.GetString()));
}
