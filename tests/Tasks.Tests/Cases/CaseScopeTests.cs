using Shouldly;
using Suite.Auth.V1;
using Suite.Directory.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Cases;

/// <summary>Cases and the board are shown in the scope that reports are: the unit, those above it, those that took over, leaders and their deputies.</summary>
public sealed class CaseScopeTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task UnitAbove_AndTheDeputyOfToday_SeeCasesAndTheBoardAsThoseTheyStandFor()
    {
        suite.Organization.Put(new Unit { Name = "units/area", DisplayName = "片区", Parent = "units/city", Kind = UnitKind.Other });
        suite.Organization.Put(new Unit { Name = "units/humen", DisplayName = "虎门镇", Parent = "units/area", Kind = UnitKind.Town });
        suite.Organization.Put(new Person
        {
            Name = "people/liu-guangbin", DisplayName = "刘光滨", Position = 1,
            Absences = { new Absence { Deputy = "people/deputy", EffectiveFrom = "2020-01-01", EffectiveUntil = "2199-01-01" } },
        });
        var plan = await new CaseDoor(suite, "scoped").IssuedAsync();
        await plan.SubmittedAsync();
        (await plan.PostAs(Role.Leader, "tasks/1/instructions", new { text = "请办" })).Require(200);
        (await plan.PostAs(Role.Office, "tasks/1/questions", new { text = "何时？" })).Require(200);
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", new { kind = "ADJUSTMENT_KIND_WITHDRAWAL", reason = "x" })).Require(200);
        var (above, deputy, stranger) = (suite.As(Role.Approver, "area"), suite.As(Role.Leader, person: "deputy"), suite.As(Role.Approver, "changan"));
        await EventuallyAsync(async () => await CountAsync(above, "instructions") == 1 && await CountAsync(deputy, "instructions") == 1);
        foreach (var (kind, led) in new[] { ("instructions", 1), ("questions", 1), ("adjustments", 0) })
        {
            (await CountAsync(above, kind)).ShouldBe(1, kind);
            (await CountAsync(deputy, kind)).ShouldBe(led, kind);
            (await CountAsync(stranger, kind)).ShouldBe(0, kind);
            (await above.GetAsync(plan.Url($"tasks/1/{kind}/1")).ReadAsync()).Require(200);
            (await stranger.GetAsync(plan.Url($"tasks/1/{kind}/1")).ReadAsync()).Problem(404, "NOT_FOUND");
        }

        foreach (var (client, reported) in new[] { (above, 1), (deputy, 1), (stranger, 0), (suite.As(Role.Leader, person: "nobody"), 0) })
            (await client.GetAsync("/v1/plans/scoped:board?quarter=1").ReadAsync()).Require(200).GetProperty("total").GetProperty("reported").GetInt32().ShouldBe(reported);
        // Who sees does not act.
        (await above.PostAsJsonAsync(plan.Url("tasks/1/instructions/1:answer"), new { text = "代答" }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");

        (await plan.PostAs(Role.Office, "tasks/1/assignments/humen:handOver", new { units = new[] { "units/development-reform" }, reason = "调整" })).Require(200);
        (await CountAsync(suite.As(Role.Reporter, "development-reform"), "instructions")).ShouldBe(1);
        (await CountAsync(suite.As(Role.Reporter, "humen"), "instructions")).ShouldBe(1);

        async Task<int> CountAsync(HttpClient client, string kind) =>
            (await client.GetAsync(plan.Url($"tasks/1/{kind}")).ReadAsync()).Require(200).GetProperty(kind).GetArrayLength();
    }

    static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (!await holds())
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(until);
            await Task.Delay(50);
        }
    }
}
