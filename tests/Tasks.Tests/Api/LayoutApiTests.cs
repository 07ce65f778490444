using System.Text;
using Shouldly;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

/// <summary>What tables of another layout add to the contract.</summary>
public sealed class LayoutApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Text = "2024年重点工作清单\n\n序号\t工作任务\t责任单位\t完成时限\t备注\n"
        + "一、经济\t\t\t\t\n1\t扩大投资\t虎门镇、市水务局\t6月底前\t分两批\n二、社会\t\t\t\t\n1\t办好学校\t虎门镇\t年底前\t\n";

    static ByteArrayContent Body() => new(Encoding.UTF8.GetBytes(Text)) { Headers = { ContentType = new("text/plain") } };

    [Fact]
    public async Task GetTask_AnotherLayout_HasLabelAndAttributes()
    {
        var office = suite.As(Role.Office);
        (await office.PostAsync("/v1/plans:import?plan=layout", Body()).ReadAsync()).Require(200);
        var first = (await office.GetAsync("/v1/plans/layout/tasks/1").ReadAsync()).Require(200);
        var attribute = first.GetProperty("attributes")[0];
        (attribute.Text("name"), attribute.Text("text")).ShouldBe(("备注", "分两批"));
        (first.GetProperty("leadUnits").GetArrayLength(), first.GetProperty("supportingUnits").GetArrayLength()).ShouldBe((1, 1));
        (await office.GetAsync("/v1/plans/layout/tasks/2").ReadAsync()).Require(200).Text("label").ShouldBe("1");
    }

    [Fact]
    public async Task ImportPlan_LeadCustom_DecidesWhetherTheFirstUnitLeads()
    {
        var answer = await suite.As(Role.Office).PostAsync("/v1/plans:import?plan=custom&dryRun=true&leadCustom=LEAD_CUSTOM_ALL_UNITS", Body()).ReadAsync();
        answer.Require(200).GetProperty("diagnostics").EnumerateArray().ShouldNotContain(d => d.Text("code") == "UNITS_DIVIDED_BY_CUSTOM");
    }

    [Fact]
    public async Task ImportPlan_UnknownLeadCustom_IsRefused() =>
        (await suite.As(Role.Office).PostAsync("/v1/plans:import?plan=custom&leadCustom=7", Body()).ReadAsync()).Problem(400, "INVALID_FIELD");
}
