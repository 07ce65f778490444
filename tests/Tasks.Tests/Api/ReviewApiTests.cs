using Shouldly;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

/// <summary>Many reports reviewed in one call.</summary>
public sealed class ReviewApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task BatchAcceptReports_SomeNotPossible_TellsEachByItself()
    {
        var names = await SubmittedAsync("mixed", 4);
        (await ReviewAsync("mixed", "batchReturn", new { items = new[] { new { name = names[1], comment = "请补充" } } })).Require(200);
        var items = new object[] { new { name = names[0] }, new { name = names[1] }, new { name = names[2], etag = "1" }, new { name = "plans/mixed/tasks/9/reports/humen-q1" }, new { name = names[3] } };
        var answer = (await ReviewAsync("mixed", "batchAccept", new { items })).Require(200);
        answer.GetProperty("done").GetInt32().ShouldBe(2);
        answer.GetProperty("outcomes").EnumerateArray().Select(o => (o.Text("name"), o.GetProperty("done").GetBoolean(), o.Text("reason"))).ShouldBe(
        [
            (names[0], true, ""), (names[1], false, "ILLEGAL_STEP"), (names[2], false, "STALE_ETAG"), ("plans/mixed/tasks/9/reports/humen-q1", false, "NOT_FOUND"), (names[3], true, ""),
        ]);
        foreach (var (name, state) in names.Zip(["ACCEPTED", "RETURNED", "SUBMITTED", "ACCEPTED"]))
            (await suite.As(Role.Office).GetAsync($"/v1/{name}").ReadAsync()).Require(200).Text("state").ShouldBe($"PROGRESS_STATE_{state}");
        (await suite.ColumnAsync("SELECT resource FROM audit_entry WHERE action = 'BatchAcceptReports' AND resource LIKE 'plans/mixed%' ORDER BY sequence")).ShouldBe([names[0], names[3]]);
        (await suite.ColumnAsync("SELECT payload->>'Report' FROM outbox_message WHERE type LIKE '%ProgressAccepted' AND payload::text LIKE '%plans/mixed%' ORDER BY sequence")).ShouldBe([names[0], names[3]]);
    }

    [Fact]
    public async Task BatchReturnReports_OneReasonForAll_IsEverybodysComment()
    {
        var names = await SubmittedAsync("together", 2);
        (await ReviewAsync("together", "batchReturn", new { items = names.Select(name => new { name }) })).Require(200)
            .GetProperty("outcomes").EnumerateArray().ShouldAllBe(o => o.Text("reason") == "INVALID_FIELD");
        (await ReviewAsync("together", "batchReturn", new { comment = "口径有误", items = names.Select(name => new { name }) })).Require(200).GetProperty("done").GetInt32().ShouldBe(2);
        (await suite.As(Role.Office).GetAsync($"/v1/{names[0]}").ReadAsync()).Require(200).GetProperty("steps")[3].Text("comment").ShouldBe("口径有误");
    }

    [Fact]
    public async Task BatchAcceptReports_FiftyTimesAtOnceWithOneRequestId_IsOneEffect()
    {
        var names = await SubmittedAsync("fifty-reviews", 2);
        var body = new { requestId = "fifty-reviews", items = names.Select(name => new { name }) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReviewAsync("fifty-reviews", "batchAccept", body)));
        answers.Select(a => a.Require(200).ToString()).Distinct().Count().ShouldBe(1);
        answers[0].Body.GetProperty("done").GetInt32().ShouldBe(2);
        (await suite.ColumnAsync("SELECT count(*)::text FROM outbox_message WHERE type LIKE '%ProgressAccepted' AND payload::text LIKE '%plans/fifty-reviews%'")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task BatchAcceptReports_TwoCallsCrossing_EachReportIsAcceptedOnce()
    {
        var names = await SubmittedAsync("crossing", 4);
        var orders = new[] { names, [.. names.AsEnumerable().Reverse()] };
        var answers = await Task.WhenAll(orders.Select(order => ReviewAsync("crossing", "batchAccept", new { items = order.Select(name => new { name }) })));
        answers.Sum(a => a.Require(200).GetProperty("done").GetInt32()).ShouldBe(4);
    }

    [Fact]
    public async Task BatchAcceptReports_BadCalls_AreRefusedWhole()
    {
        (await ReviewAsync("x", "batchAccept", new { items = Array.Empty<object>() })).Problem(400, "INVALID_FIELD");
        (await ReviewAsync("x", "batchAccept", new { items = Enumerable.Range(1, 201).Select(n => new { name = $"plans/x/tasks/{n}/reports/humen-q1" }) })).Problem(400, "INVALID_FIELD");
        (await ReviewAsync("x", "batchAccept", new { items = new[] { new { name = "plans/y/tasks/1/reports/humen-q1" } } })).Problem(400, "INVALID_FIELD").Detail.ShouldContain("plans/x");
        (await ReviewAsync("x", "batchAccept", new { items = Enumerable.Repeat(new { name = "plans/x/tasks/1/reports/humen-q1" }, 2) })).Problem(400, "INVALID_FIELD");
        foreach (var role in new[] { Role.Reporter, Role.Approver, Role.Leader, Role.Observer })
            (await suite.As(role, "humen").PostAsJsonAsync("/v1/plans/x/reports:batchAccept", new { }).ReadAsync()).Problem(403, role == Role.Approver ? "OUT_OF_SCOPE" : "ROLE_NOT_ALLOWED");
    }

    Task<Answer> ReviewAsync(string plan, string verb, object body) => suite.As(Role.Office).PostAsJsonAsync($"/v1/plans/{plan}/reports:{verb}", body).ReadAsync();

    /// <summary>A plan of so many tasks, each with a report for the first quarter on the office's desk.</summary>
    async Task<List<string>> SubmittedAsync(string plan, int tasks)
    {
        await suite.IssueAsync(plan, Tables.Of(tasks));
        var (reporter, approver) = (suite.As(Role.Reporter, "humen"), suite.As(Role.Approver, "humen"));
        var names = new List<string>();
        for (var task = 1; task <= tasks; task++)
        {
            (await reporter.PostAsJsonAsync($"/v1/plans/{plan}/tasks/{task}:acknowledge", new { }).ReadAsync()).Require(200);
            var report = (await reporter.PostAsJsonAsync($"/v1/plans/{plan}/tasks/{task}/reports", new { quarter = 1, narrative = "进展顺利。" }).ReadAsync()).Require(200);
            names.Add(report.Text("name"));
            (await approver.PostAsJsonAsync($"/v1/{names[^1]}:approve", new { }).ReadAsync()).Require(200);
            (await reporter.PostAsJsonAsync($"/v1/{names[^1]}:submit", new { }).ReadAsync()).Require(200);
        }

        return names;
    }
}
