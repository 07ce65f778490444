using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Layouts;

/// <summary>What a clerk notes down from lists and tables of other places, beyond their columns.</summary>
public sealed class ClerkTests
{
    [Fact]
    public void Read_SectionWithItsSums_IsASectionAndNoTaskHasTheSums()
    {
        var plan = new PlanReader().Read("""
            临港市2025年市级重点建设项目计划表,,,,,,,
            序号,项目名称,建设内容及规模,总投资,1-3月,4-6月,业主单位,挂钩领导
            一,交通项目（2个）,,680000,,,,
            1,滨海大道,新建道路12.5公里,320000,完成路基40%,完成路基100%,市交投集团,赵海
            2,疏港铁路,正线长36公里,360000,隧道掘进800米,隧道掘进1500米,市铁投公司,赵海
            二,水利项目（1个）,,42000,,,,
            3,东湖泵站,新增排涝能力30立方米/秒,42000,完成招标,开工建设,市水务集团,钱波
            """u8.ToArray(), "text/csv");
        plan.Tasks.Select(t => (t.Number, t.Section, t.Attributes.Single().Text)).ShouldBe([(1, "交通项目", "320000"), (2, "交通项目", "360000"), (3, "水利项目", "42000")]);
        plan.Tasks[2].TargetCommitments.Single().Unit.ShouldBe("立方米/秒");
        plan.Diagnostics.ShouldAllBe(d => d.Level == DiagnosticLevel.Notice);
    }

    [Fact]
    public void Read_NamesWithBracketsOfAnyKind_StayWhole()
    {
        var plan = Drawn.Read("""
            1．再上线事项15件。（市数据局牵头，市直有关部门、各县〔市、区〕政府配合）
            2．压减审批时限30%。（市住建局、市自然资源局、市数据局按职责分工负责，9月底前完成）
            """);
        plan.Tasks.Select(t => (t.Leads(), t.Supports())).ShouldBe([("市数据局", "市直有关部门,各县〔市、区〕政府"), ("市住建局", "市自然资源局,市数据局")]);
        plan.Tasks[1].Items().ShouldBe(["3 9月底前完成"]);
    }

    [Theory]
    [InlineData("新引进亿元以上项目12个，其中10亿元以上2个。", "一季度：新引进项目3个。二季度：新引进项目6个（累计）。", "12,2", "3 Cumulative,6 Cumulative")]
    [InlineData("打通断头路6条。", "一季度：打通2条。二季度：打通4条。", "6", "2 InPeriod,4 InPeriod")]
    [InlineData("净增经营主体3000户以上。", "一季度：净增1000户。四季度：净增2000户。", "3000", "1000 InPeriod,2000 InPeriod")]
    public void Read_AmountsThatLeanOnTheTarget_AreOfItsMeasure(string target, string schedule, string promised, string due)
    {
        var task = Samples.Read(target, schedule);
        string.Join(',', task.TargetCommitments.Select(c => c.Value)).ShouldBe(promised);
        var amounts = task.Schedule.SelectMany(i => i.Commitments).ToList();
        string.Join(',', amounts.Select(c => $"{c.Value} {c.Accumulation}")).ShouldBe(due);
        amounts.ShouldAllBe(c => task.TargetCommitments[0].Measure.EndsWith(c.Measure.Replace("新引进", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_MeasuresBesideQuarterColumns_AreTheTasksOfTheirUnits()
    {
        var plan = Drawn.Read("""
            序号|工作事项|具体举措|1-3月|4-6月|牵头区领导|主责部门|协同部门
            1|打造智慧城区|建设智慧灯杆500根|完成招标|建成150根|孙明|区城管局|区工信局
            ^|^|建设充电桩1200个|建成400个|<|^|区发改局|各街道办事处
            """);
        plan.Tasks.Select(t => (t.Requirement.Text, t.Target, t.Leads(), t.Named())).ShouldBe(
            [("打造智慧城区", "建设智慧灯杆500根", "区城管局", "孙明"), ("打造智慧城区", "建设充电桩1200个", "区发改局", "孙明")]);
        plan.Tasks[0].Schedule[1].Commitments.Single().Measure.ShouldBe("建设智慧灯杆");
    }

    [Fact]
    public void Read_TitlesOfLeaders_AreNoNames()
    {
        var plan = new PlanReader().Read("""
            丰城市2025年目标任务分解表
            序号	目标任务	牵头领导	责任单位	完成时限及阶段性目标
            1	一般公共预算收入增长4%	常务副市长 刘伟	市财政局	一季度完成25亿元，二季度完成30亿元
            2	完成城市更新项目8个	副市长黄敏 陈涛秘书长	市住建局	3月底前启动2个，12月底前完成8个
            3	整治河道9公里	分管副市长	市水务局	年底前
            """);
        plan.Tasks.Select(t => t.Named()).ShouldBe(["刘伟", "黄敏,陈涛", "分管副市长"]);
        plan.Tasks[0].Schedule.SelectMany(i => i.Commitments).ShouldAllBe(c => c.Measure == "一般公共预算收入");
    }

    [Fact]
    public void Read_NumberedLabelsBelowATitle_TellOneTask()
    {
        var plan = Drawn.Read("""
            关于做好2025年“惠民工程”的实施意见
            一、就业工程
            1.目标任务：城镇新增就业2.6万人，发放贷款3亿元。
            2.责任单位：市人社局牵头，市财政局、各镇（街道）配合。
            3.完成时限：2025年12月底。
            二、安居工程
            1.目标任务：筹集住房1500套。
            2.工作措施：6月底前完成选址，12月底前主体封顶。
            3.责任单位：市住建局。
            """);
        plan.Tasks.Select(t => (t.Label, t.Requirement.Text, t.TargetCommitments.Count, t.Leads(), t.Supports())).ShouldBe(
            [("一", "就业工程", 2, "市人社局", "市财政局,各镇（街道）"), ("二", "安居工程", 1, "市住建局", "")]);
        plan.Tasks.SelectMany(t => t.Items()).ShouldBe(["4 2025年12月底", "2 完成选址，", "4 主体封顶"]);
    }
}
