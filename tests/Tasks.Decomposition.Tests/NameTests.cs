using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

public sealed class NameTests
{
    private static PlanDocument Read(params (string Leaders, string Lead, string Support)[] rows) => new PlanReader().Read(
        Samples.Header + "\n" + string.Concat(rows.Select((r, i) => $"来源\t{i + 1}. 做好。\t一季度：做。\t{r.Leaders}\t{r.Lead}\t{r.Support}\n")));

    private static string[] Leaders(PlanDocument plan, int task) => [.. plan.Tasks[task].Leaders.Select(l => l.Name)];

    [Fact]
    public void Read_SpacedNames_ArePutTogether() =>
        Leaders(Read(("张 江 李一海", "市局", "无")), 0).ShouldBe(["张江", "李一海"]);

    [Fact]
    public void Read_InterleavedNames_AreUntangledByOtherCells()
    {
        var plan = Read(("张江 李海", "市局", "无"), ("张江 李海", "市局", "无"), ("张江 王山", "市局", "无"), ("张李 江海", "市局", "无"));
        Leaders(plan, 3).ShouldBe(["张江", "李海"]);
        plan.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.LeadersUntangled && d.TaskNumber == 4);
    }

    [Fact]
    public void Read_InterleavedNames_AreUntangledByKnownPeople()
    {
        var text = $"{Samples.Header}\n来源\t1. 做好。\t一季度：做。\t张李 江海\t市局\t无\n";
        new PlanReader(new ReaderOptions(["李海", "张江"])).Read(text).Tasks[0].Leaders.Select(l => l.Name).ShouldBe(["张江", "李海"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("无")]
    [InlineData("")]
    public void Read_Nobody_IsNoLeader(string cell) => Leaders(Read((cell, "市局", "无")), 0).ShouldBeEmpty();

    [Fact]
    public void Read_HostAndRole_AreToldFromTheName()
    {
        var plan = Read(("张江", "市道安办（市公安局交警支队）", "无"), ("张江", "海滨大学(东城)(筹)具体负责(市筹建办协调督促)", "无"));
        plan.Tasks[0].LeadUnits.Single().ShouldBe(new UnitRef("市道安办（市公安局交警支队）", "市道安办", "市公安局交警支队", null));
        plan.Tasks[1].LeadUnits.Select(u => (u.Name, u.Role)).ShouldBe([("海滨大学（东城）（筹）", "具体负责"), ("市筹建办", "协调督促")]);
    }

    [Fact]
    public void Read_CollectiveNames_AreGroups()
    {
        var task = Read(("张江", "市局", "市财政局,东镇、西镇等相关镇街（园区），各镇(街)经济局；市某领导小组成员单位")).Tasks[0];
        task.SupportingUnits.Select(u => u.Name).ShouldBe(["市财政局", "东镇", "西镇"]);
        task.SupportingGroups.Select(g => g.Name).ShouldBe(["相关镇街（园区）", "各镇（街）经济局", "市某领导小组成员单位"]);
    }

    [Fact]
    public void Read_PluralsAndKindsWithoutAPlace_AreGroups()
    {
        var task = Read(("张江", "市局", "市直有关单位、市有关部门、各镇人民政府、街道办事处、莞城街道、市相关技术服务中心")).Tasks[0];
        task.SupportingGroups.Select(g => g.Name).ShouldBe(["市直有关单位", "市有关部门", "各镇人民政府", "街道办事处"]);
        task.SupportingUnits.Select(u => u.Name).ShouldBe(["莞城街道", "市相关技术服务中心"]);
    }
}
