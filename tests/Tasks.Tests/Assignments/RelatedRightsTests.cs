using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Testing;

namespace Suite.Tasks.Tests.Assignments;

/// <summary>Made from the protos: every method × every role × own, led, supported, sub-assigned, led by portfolio, foreign, no unit.</summary>
public sealed class RelatedRightsTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Plan = "plans/related";
    const string Task = $"{Plan}/tasks/1";
    const string OfLead = $"{Task}/reports/water-q1";
    const string OfMember = $"{Task}/reports/humen-q1";
    const string OfSupporter = $"{Task}/reports/development-reform-q1";

    [Fact]
    public async Task EveryMethod_EveryRole_EveryRelation_IsAllowedOrRefusedAsDeclared()
    {
        await suite.IssueAsync("related", Tables.ForTowns);
        foreach (var unit in new[] { "water", "humen", "development-reform" })
        {
            var reporter = suite.As(Role.Reporter, unit);
            (await reporter.PostAsJsonAsync($"/v1/{Task}:acknowledge", new { }).ReadAsync()).Require(200);
            (await reporter.PostAsJsonAsync($"/v1/{Task}/reports", new { quarter = 1 }).ReadAsync()).Require(200);
        }

        var (deviations, cases) = await RelatedRights.TryAsync(suite.Grpc, "suite.tasks.v1",
        [
            new("plans/*", Plan), new("plans/*/tasks/*", Task), new("plans/*/tasks/*/reports/*", OfLead), new("plans/*/tasks/*/reports/*", OfMember),
            new("plans/*/tasks/*/reports/*", OfSupporter),
            new("plans/*/tasks/*/assignments/*", $"{Task}/assignments/humen"),
        ],
        [
            Caller("the lead unit", "water", [Scope.LedTask], [Scope.LedTask, Scope.OwnUnit], [Scope.LedTask, Scope.SubReport], [Scope.LedTask, Scope.SubReport]),
            Caller("a member", "humen", [Scope.SupportedTask, Scope.SubAssigned], [Scope.SupportedTask, Scope.SubAssigned], [Scope.SupportedTask, Scope.SubAssigned, Scope.OwnUnit], [Scope.SupportedTask, Scope.SubAssigned]),
            Caller("another member", "changan", [Scope.SupportedTask, Scope.SubAssigned], [Scope.SupportedTask, Scope.SubAssigned], [Scope.SupportedTask, Scope.SubAssigned],
                [Scope.SupportedTask, Scope.SubAssigned]),
            Caller("a supporting unit", "development-reform", [Scope.SupportedTask], [Scope.SupportedTask], [Scope.SupportedTask], [Scope.SupportedTask, Scope.OwnUnit]),
            Caller("a foreign unit", "elsewhere", [], [], [], []),
            Caller("no unit", null, [], [], [], []),
            new("a responsible leader", null, "people/liu-guangbin", Holds([Scope.Portfolio], [Scope.Portfolio], [Scope.Portfolio], [Scope.Portfolio])),
            new("another leader", null, "people/nobody", Holds([], [], [], [])),
        ]);
        deviations.ShouldBeEmpty();
        cases.ShouldBeGreaterThan(1000);
    }

    static RelatedCaller Caller(string name, string? unit, Scope[] task, Scope[] ofLead, Scope[] ofMember, Scope[] ofSupporter) =>
        new(name, unit is null ? null : $"units/{unit}", null, Holds(task, ofLead, ofMember, ofSupporter));

    static Dictionary<string, Scope[]> Holds(Scope[] task, Scope[] ofLead, Scope[] ofMember, Scope[] ofSupporter) =>
        new() { [Plan] = [.. task.Intersect([Scope.LedTask, Scope.SupportedTask])], [Task] = task, [OfLead] = ofLead, [OfMember] = ofMember, [OfSupporter] = ofSupporter };
}
