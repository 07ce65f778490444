using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Cases;

namespace Suite.Tasks.Tests.Questions;

public sealed class QuestionApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string List = "tasks/1/questions";

    [Fact]
    public async Task Question_OfTheOffice_IsAnsweredByTheUnitAndClosedByTheOffice()
    {
        var plan = await new CaseDoor(suite, "ask").IssuedAsync();
        var asked = (await plan.PostAs(Role.Office, List, new { text = "口径是什么？" })).Require(200);
        (asked.Text("unit"), asked.GetProperty("fromOffice").GetBoolean(), asked.Text("state")).ShouldBe(("units/humen", true, "QUESTION_STATE_OPEN"));
        (await plan.PostAs(Role.Office, $"{List}/1:answer", new { text = "自问自答" })).Problem(403, "OUT_OF_SCOPE");
        (await suite.As(Role.Reporter, "changan").PostAsJsonAsync(plan.Url($"{List}/1:answer"), new { text = "代答" }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await plan.PostAs(Role.Reporter, $"{List}/1:answer", new { text = "规上工业" })).Require(200);
        (await plan.PostAs(Role.Reporter, $"{List}/1:close")).Problem(403, "OUT_OF_SCOPE");
        (await plan.PostAs(Role.Office, $"{List}/1:followUp", new { text = "含技改吗？" })).Require(200).Text("state").ShouldBe("QUESTION_STATE_OPEN");
        (await plan.PostAs(Role.Office, $"{List}/1:followUp", new { text = "？" })).Problem(409, "ILLEGAL_STEP");
        (await plan.PostAs(Role.Reporter, $"{List}/1:answer", new { text = "含" })).Require(200);
        (await plan.PostAs(Role.Office, $"{List}/1:close")).Require(200).GetProperty("steps").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task Question_OfAUnit_IsAnsweredByTheOffice()
    {
        var plan = await new CaseDoor(suite, "ask-back").IssuedAsync();
        var changan = suite.As(Role.Reporter, "changan");
        (await changan.PostAsJsonAsync(plan.Url(List), new { text = "何时上报？", unit = "units/humen" }).ReadAsync()).Problem(400, "INVALID_FIELD");
        var asked = (await changan.PostAsJsonAsync(plan.Url(List), new { text = "何时上报？" }).ReadAsync()).Require(200);
        (asked.Text("unit"), asked.GetProperty("fromOffice").GetBoolean()).ShouldBe(("units/changan", false));
        (await changan.PostAsJsonAsync(plan.Url($"{List}/1:answer"), new { text = "自答" }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await plan.PostAs(Role.Office, $"{List}/1:answer", new { text = "季后10日" })).Require(200);
        (await plan.GetAs(Role.Reporter, $"{List}/1")).Problem(404, "NOT_FOUND");
        (await plan.GetAs(Role.Office, "questions?unit=changan&state=QUESTION_STATE_ANSWERED")).Require(200).GetProperty("questions").GetArrayLength().ShouldBe(1);
        (await changan.PostAsJsonAsync(plan.Url($"{List}/1:close"), new { }).ReadAsync()).Require(200).Text("state").ShouldBe("QUESTION_STATE_CLOSED");
        (await plan.PostAs(Role.Office, "tasks/9/questions", new { text = "x" })).Problem(404, "NOT_FOUND");
        (await suite.As(Role.Reporter, "water").PostAsJsonAsync(plan.Url(List), new { text = "x" }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
    }
}
