using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Cases;

namespace Suite.Tasks.Tests.Instructions;

public sealed class InstructionApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string List = "tasks/1/instructions";
    const string First = $"{List}/1";

    [Fact]
    public async Task Instruction_OfALeader_IsAnsweredFollowedUpAndClosed()
    {
        var plan = await new CaseDoor(suite, "order").IssuedAsync();
        var issued = (await plan.PostAs(Role.Leader, List, new { text = "请一周内报方案", dueDate = "2199-01-01" })).Require(200);
        (issued.Text("leader"), issued.Text("unit"), issued.Text("state"), issued.Text("dueDate"))
            .ShouldBe(("people/liu-guangbin", "units/humen", "INSTRUCTION_STATE_ISSUED", "2199-01-01"));
        (await plan.PostAs(Role.Reporter, $"{First}:acknowledge")).Require(200);
        (await plan.PostAs(Role.Reporter, $"{First}:acknowledge")).Problem(409, "ILLEGAL_STEP");
        (await plan.PostAs(Role.Reporter, $"{First}:answer")).Problem(400, "INVALID_FIELD");
        (await plan.PostAs(Role.Reporter, $"{First}:answer", new { text = "方案附后" })).Require(200).Text("state").ShouldBe("INSTRUCTION_STATE_ANSWERED");
        var again = (await plan.PostAs(Role.Leader, $"{First}:followUp", new { text = "请补充投资测算" })).Require(200);
        (again.Text("state"), again.Text("dueDate")).ShouldNotBe(("INSTRUCTION_STATE_ISSUED", "2199-01-01"));
        (await plan.PostAs(Role.Approver, $"{First}:answer", new { text = "已补充" })).Require(200);
        var closed = (await plan.PostAs(Role.Office, $"{First}:close", new { text = "阅" })).Require(200);
        closed.GetProperty("steps").EnumerateArray().Select(s => (s.Text("action"), s.Text("text"))).ShouldBe(
            [("CREATE", "请一周内报方案"), ("ACKNOWLEDGE", ""), ("ANSWER", "方案附后"), ("FOLLOW_UP", "请补充投资测算"), ("ANSWER", "已补充"), ("CLOSE", "阅")]);
        (await plan.RowAsync("SELECT count(*) FROM outbox_message WHERE type LIKE '%CaseStepTaken' AND payload->>'Plan' = 'plans/order'")).ShouldBe("6");
    }

    [Fact]
    public async Task Instruction_ByTheOffice_NamesTheLeaderAndIsSeenByThoseItConcerns()
    {
        var plan = await new CaseDoor(suite, "behalf").IssuedAsync();
        (await plan.PostAs(Role.Office, List, new { text = "请报进度" })).Problem(400, "INVALID_FIELD");
        (await plan.PostAs(Role.Office, List, new { text = "请报进度", leader = "people/nobody" })).Problem(400, "INVALID_FIELD");
        (await plan.PostAs(Role.Office, List, new { text = "请报进度", leader = "people/liu-guangbin", unit = "units/water" })).Problem(400, "INVALID_FIELD");
        (await plan.PostAs(Role.Office, List, new { text = "请报进度", leader = "people/liu-guangbin", dueDate = "2020-01-01" })).Problem(400, "INVALID_FIELD");
        (await plan.PostAs(Role.Office, List, new { text = "请报进度", leader = "people/liu-guangbin", unit = "units/changan" })).Require(200);
        (await suite.As(Role.Reporter, "changan").GetAsync(plan.Url(First)).ReadAsync()).Require(200);
        (await plan.GetAs(Role.Leader, First)).Require(200);
        // The unit that leads the task is not the one that is asked.
        (await plan.GetAs(Role.Reporter, First)).Problem(404, "NOT_FOUND");
        (await plan.PostAs(Role.Reporter, $"{First}:answer", new { text = "代答" })).Problem(403, "OUT_OF_SCOPE");
        (await plan.GetAs(Role.Observer, First)).Problem(403, "ROLE_NOT_ALLOWED");
        (await suite.As(Role.Leader, person: "somebody-else").PostAsJsonAsync(plan.Url(List), new { text = "x" }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
    }

    [Fact]
    public async Task Instruction_PastItsDay_IsOverdueUntilAnswered()
    {
        var plan = await new CaseDoor(suite, "late").IssuedAsync();
        (await plan.PostAs(Role.Leader, List, new { text = "请办" })).Require(200).GetProperty("overdue").GetBoolean().ShouldBeFalse();
        (await OverdueAsync(plan)).ShouldBe(0);
        await plan.RowAsync("UPDATE instruction SET due_on = '2024-01-01' WHERE plan_id = 'late'");
        (await OverdueAsync(plan)).ShouldBe(1);
        (await plan.PostAs(Role.Reporter, $"{First}:answer", new { text = "已办" })).Require(200).GetProperty("overdue").GetBoolean().ShouldBeFalse();
        (await OverdueAsync(plan)).ShouldBe(0);
    }

    static async Task<int> OverdueAsync(CaseDoor plan) =>
        (await plan.GetAs(Role.Office, "instructions?overdue=true")).Require(200).GetProperty("instructions").GetArrayLength();
}
