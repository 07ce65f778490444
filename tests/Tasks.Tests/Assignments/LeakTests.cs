using System.Text;
using Shouldly;
using Suite.Auth.V1;
using Suite.Directory.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Assignments;

/// <summary>Nothing of another unit's report shows before its time: not in lists, counts, searches, errors, tokens, etags, nor in how much work an answer takes.</summary>
public sealed class LeakTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Secret = "未经审签的内容";

    [Fact]
    public async Task EveryAnswer_ToOutsiders_IsTheSameWithAndWithoutADraft()
    {
        await suite.IssueAsync("quiet", Tables.ForTowns);
        foreach (var unit in new[] { "water", "humen", "development-reform" })
            (await suite.As(Role.Reporter, unit).PostAsJsonAsync("/v1/plans/quiet/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        var before = await EverythingAsync("quiet");
        var withoutSupporter = await EverythingAsync("quiet", but: Callers.Supporter);
        await DraftAsync("quiet", "water");
        (await EverythingAsync("quiet")).ShouldBe(before);
        await StepAsync("quiet", "water", Role.Approver, "approve");
        (await EverythingAsync("quiet")).ShouldBe(before);
        await DraftAsync("quiet", "humen");
        (await EverythingAsync("quiet")).ShouldBe(before);
        await DraftAsync("quiet", "development-reform");
        (await EverythingAsync("quiet", but: Callers.Supporter)).ShouldBe(withoutSupporter);
        await StepAsync("quiet", "development-reform", Role.Approver, "approve");
        (await EverythingAsync("quiet", but: Callers.Supporter)).ShouldBe(withoutSupporter);
    }

    [Fact]
    public async Task HiddenReport_AndNone_AnswerTheSameByTheSameWork()
    {
        await suite.IssueAsync("hidden", Tables.ForTowns);
        (await suite.As(Role.Reporter, "water").PostAsJsonAsync("/v1/plans/hidden/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        await DraftAsync("hidden", "water");
        foreach (var caller in Outsiders)
            foreach (var path in new[] { "", "/revisions", "/revisions/1", ":compareRevisions" })
            {
                var hidden = await WorkAsync(caller, HttpMethod.Get, $"/v1/plans/hidden/tasks/1/reports/water-q1{path}");
                var none = await WorkAsync(caller, HttpMethod.Get, $"/v1/plans/hidden/tasks/1/reports/water-q2{path}");
                hidden.Statements.ShouldBe(none.Statements, $"{caller} {path}");
                hidden.Answer.Replace("water-q1", "water-q2", StringComparison.Ordinal).ShouldBe(none.Answer);
                hidden.Answer.ShouldContain("NOT_FOUND");
            }

        foreach (var step in new[] { ":accept", ":return" })
        {
            var hidden = await WorkAsync(Callers.Office, HttpMethod.Post, $"/v1/plans/hidden/tasks/1/reports/water-q1{step}");
            var none = await WorkAsync(Callers.Office, HttpMethod.Post, $"/v1/plans/hidden/tasks/1/reports/water-q2{step}");
            hidden.Answer.Replace("water-q1", "water-q2", StringComparison.Ordinal).ShouldBe(none.Answer);
            hidden.Statements.ShouldBe(none.Statements);
        }
    }

    [Fact]
    public async Task HiddenReport_AskedFor_IsARefusalInTheAudit_WhetherItIsThereOrNot()
    {
        await suite.IssueAsync("probed", Tables.ForTowns);
        (await suite.As(Role.Reporter, "water").PostAsJsonAsync("/v1/plans/probed/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        await DraftAsync("probed", "water");
        foreach (var (unit, quarter) in new[] { ("humen", 1), ("humen", 2), ("water", 2) })
            (await suite.AsAccount($"{unit}.prober", Role.Reporter, unit).GetAsync($"/v1/plans/probed/tasks/1/reports/water-q{quarter}").ReadAsync()).Problem(404, "NOT_FOUND");
        var entries = (await suite.As(Role.Admin).GetAsync("/v1/tasks/auditEntries?action=Refused&pageSize=1000").ReadAsync()).Require(200).GetProperty("entries");
        var about = entries.EnumerateArray().Select(e => e.GetProperty("resource").GetString()!).Where(r => r.StartsWith("plans/probed/", StringComparison.Ordinal));
        about.Order().ShouldBe(["plans/probed/tasks/1/reports/water-q1", "plans/probed/tasks/1/reports/water-q2"]);
    }

    [Fact]
    public async Task ReturnedReport_RevisedBehind_ShowsNeitherByEtagNorByState()
    {
        await suite.IssueAsync("behind", Tables.ForTowns);
        (await suite.As(Role.Reporter, "water").PostAsJsonAsync("/v1/plans/behind/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        await DraftAsync("behind", "water");
        await StepAsync("behind", "water", Role.Approver, "approve");
        await StepAsync("behind", "water", Role.Reporter, "submit");
        await StepAsync("behind", "water", Role.Office, "return", new { comment = "补充" });
        const string url = "/v1/plans/behind/tasks/1/reports/water-q1";
        var before = await TextAsync(Callers.Office, url);
        var refused = await WorkAsync(Callers.Office, HttpMethod.Post, $"{url}:accept");
        (await suite.As(Role.Reporter, "water").PatchAsJsonAsync(url, new { narrative = "改稿" }).ReadAsync()).Require(200);
        (await TextAsync(Callers.Office, url)).ShouldBe(before);
        (await TextAsync(Callers.Office, "/v1/plans/behind/tasks/1/reports")).ShouldNotContain("改稿");
        (await WorkAsync(Callers.Office, HttpMethod.Post, $"{url}:accept")).Answer.ShouldBe(refused.Answer);
        refused.Answer.ShouldContain("RETURNED");
    }

    [Fact]
    public async Task UnitAbove_SeesWhatTheUnitBelowSees_AndDoesNothingInItsPlace()
    {
        suite.Organization.Put(new Unit { Name = "units/bureau-above", DisplayName = "主管局", Parent = "units/city", Kind = UnitKind.Bureau });
        suite.Organization.Put(new Unit { Name = "units/water", DisplayName = "市水务局", Parent = "units/bureau-above", Kind = UnitKind.Bureau });
        await suite.IssueAsync("above", Tables.ForTowns);
        (await suite.As(Role.Reporter, "water").PostAsJsonAsync("/v1/plans/above/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        await DraftAsync("above", "water");
        const string url = "/v1/plans/above/tasks/1/reports/water-q1";
        await EventuallyAsync(async () => (await suite.As(Role.Reporter, "bureau-above").GetAsync(url)).IsSuccessStatusCode);
        (await suite.As(Role.Approver, "bureau-above").PostAsJsonAsync($"{url}:approve", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await suite.As(Role.Reporter, "bureau-above").PostAsJsonAsync("/v1/plans/above/tasks/1/reports", new { quarter = 2 }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await suite.As(Role.Reporter, "humen").GetAsync(url).ReadAsync()).Problem(404, "NOT_FOUND");
    }

    [Fact]
    public async Task Leader_AndTheDeputyWhileTheLeaderIsAway_SeeWhatWasSubmitted()
    {
        await suite.IssueAsync("led", Tables.ForTowns);
        (await suite.As(Role.Reporter, "water").PostAsJsonAsync("/v1/plans/led/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        await DraftAsync("led", "water");
        const string url = "/v1/plans/led/tasks/1/reports/water-q1";
        var (leader, deputy, former) = (suite.As(Role.Leader, person: "liu-guangbin"), suite.As(Role.Leader, person: "deputy-now"), suite.As(Role.Leader, person: "deputy-once"));
        (await leader.GetAsync(url).ReadAsync()).Problem(404, "NOT_FOUND");
        await StepAsync("led", "water", Role.Approver, "approve");
        await StepAsync("led", "water", Role.Reporter, "submit");
        (await leader.GetAsync(url).ReadAsync()).Require(200);
        (await deputy.GetAsync(url).ReadAsync()).Problem(404, "NOT_FOUND");
        suite.Organization.Put(new Person
        {
            Name = "people/liu-guangbin", DisplayName = "刘光滨", Position = 1, Absences =
            {
                new Absence { Deputy = "people/deputy-now", EffectiveFrom = "2020-01-01", EffectiveUntil = "2199-01-01" },
                new Absence { Deputy = "people/deputy-once", EffectiveFrom = "2019-01-01", EffectiveUntil = "2019-02-01" },
            },
        });
        await EventuallyAsync(async () => (await deputy.GetAsync(url)).IsSuccessStatusCode);
        (await former.GetAsync(url).ReadAsync()).Problem(404, "NOT_FOUND");
    }

    enum Callers
    {
        Observer, Foreign, Supporter, OtherMember, Leader, Office,
    }

    static readonly Callers[] Outsiders = [Callers.Observer, Callers.Foreign, Callers.Supporter, Callers.OtherMember, Callers.Leader, Callers.Office];

    HttpClient Client(Callers caller) => caller switch
    {
        Callers.Observer => suite.As(Role.Observer),
        Callers.Foreign => suite.As(Role.Reporter, "city"),
        Callers.Supporter => suite.As(Role.Approver, "development-reform"),
        Callers.OtherMember => suite.As(Role.Reporter, "changan"),
        Callers.Leader => suite.As(Role.Leader, person: "liu-guangbin"),
        _ => suite.As(Role.Office),
    };

    /// <summary>What every outsider is told by everything that can be read, page by page of one.</summary>
    async Task<string> EverythingAsync(string plan, Callers? but = null)
    {
        var told = new StringBuilder();
        string[] reads =
        [
            $"/v1/plans/{plan}", $"/v1/plans/{plan}/tasks", $"/v1/plans/{plan}/tasks?q={Uri.EscapeDataString(Secret)}", $"/v1/plans/{plan}/tasks?light=green",
            $"/v1/plans/{plan}/tasks?unit=water&pageSize=1", $"/v1/plans/{plan}/tasks/1", $"/v1/plans/{plan}/tasks/1/assignments", $"/v1/plans/{plan}/tasks/1/light",
            $"/v1/plans/{plan}/tasks/1/lightMarks", $"/v1/plans/{plan}/tasks/1/reports", $"/v1/plans/{plan}/tasks/1/reports?pageSize=1",
            $"/v1/plans/{plan}/tasks/1/reports/water-q1", $"/v1/plans/{plan}/tasks/1/reports/humen-q1", $"/v1/plans/{plan}/tasks/1/rollup?quarter=1",
            $"/v1/plans/{plan}/tasks/1/reports/development-reform-q1", $"/v1/plans/{plan}/tasks/1/contributions?period=q1",
        ];
        // Who stands below the city's own unit would see all: here nobody of the city asks.
        foreach (var caller in Outsiders.Where(c => c != Callers.Foreign && c != but))
            foreach (var read in reads) told.Append(caller).Append(' ').Append(read).Append(' ').AppendLine(await TextAsync(caller, read));
        return told.ToString();
    }

    async Task<string> TextAsync(Callers caller, string path) => await (await Client(caller).GetAsync(path)).Content.ReadAsStringAsync();

    async Task<(string Answer, IReadOnlyList<string> Statements)> WorkAsync(Callers caller, HttpMethod method, string path)
    {
        // A unit that no other test moves; the city's root would see everything.
        var client = caller == Callers.Foreign ? suite.As(Role.Reporter, "elsewhere") : Client(caller);
        var answer = "";
        var statements = await suite.Statements.OfAsync(async () =>
        {
            using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Post ? JsonContent.Create(new { comment = "理由" }) : null };
            answer = await (await client.SendAsync(request)).Content.ReadAsStringAsync();
        });
        return (answer, statements);
    }

    /// <summary>With a figure for each of the first quarter's commitments, an amount and a ratio.</summary>
    async Task DraftAsync(string plan, string unit)
    {
        var figures = new[] { (2, "18"), (3, "79") }.Select(f => new { commitment = $"plans/{plan}/tasks/1/commitments/{f.Item1}", periodValue = f.Item2 });
        var report = new { quarter = 1, narrative = Secret, figures };
        (await suite.As(Role.Reporter, unit).PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/reports", report).ReadAsync()).Require(200);
    }

    async Task StepAsync(string plan, string unit, Role role, string step, object? body = null) =>
        (await suite.As(role, role == Role.Office ? null : unit).PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/reports/{unit}-q1:{step}", body ?? new { }).ReadAsync()).Require(200);

    static async Task EventuallyAsync(Func<Task<bool>> there)
    {
        for (var (clock, began) = (TimeProvider.System, TimeProvider.System.GetTimestamp()); !await there(); await Task.Delay(50))
            clock.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }
}
