using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Layouts;

/// <summary>Tables and lists as other cities write them: their columns, their ways to say when, and who.</summary>
public sealed class OtherCityTests
{
    private const string Work = """
        江阳市2025年政府工作报告重点任务分解方案
        序号	重点任务	年度目标	推进计划	分管领导	牵头单位	配合单位
        1	园区提质	新建标准厂房40万平方米。	3月底前开工10万平方米；6月底前累计开工20万平方米；12月底前建成40万平方米。	王强	市工信局	市发改委、各园区
        2	重点项目调度	开展调度4次。	3、6、9、12月底前各开展1次调度，形成调度报告。	王强	市督查室	各县（区）配合
        3	稳就业	城镇新增就业3.5万人。	1-3月新增0.8万人，1-6月新增1.8万人，1-9月新增2.7万人，全年新增3.5万人。	王强	市人社局
        4	植树造林	3000亩	一季度完成2000亩，二季度完成3000亩	李敏	市林业局	各县（区）
        """;

    private const string Livelihood = """
        临川县2025年度十件民生实事任务分解
        一、提升教育保障水平
        1.新建公办幼儿园6所，新增学位2160个。（牵头领导：陈涛；牵头单位：县教体局；配合单位：县住建局、县自然资源局；完成时限：2025年8月底前）
        2.改扩建义务教育学校4所。（牵头领导：陈涛；牵头单位：县教体局；配合单位：各乡镇人民政府）
        3.为2000名农村妇女免费开展“两癌”筛查。（牵头领导：周洁；牵头单位：县妇联；配合单位：县卫健委；完成时限：3、6、9、12月底前各完成25%）
        二、加强养老服务
        4.完成困难老年人家庭适老化改造400户。（牵头领导：周洁；牵头单位：县民政局；配合单位：县残联；完成时限：2026年6月底前）
        """;

    private const string Routine = """
        序号	工作任务	责任领导	责任单位	完成时限	季度推进计划
        1	实施重点项目150个，年度投资300亿元。	赵刚	市发改委牵头，各县（市、区）配合	全年	第一季度：开工40个，完成投资60亿元。第二季度：累计开工90个。
        2	举办促消费活动30场以上。	钱芳	市商务局	长期坚持	每季度举办促消费活动不少于7场。
        """;

    private const string Figures = """
        临海市2025年主要目标任务分解
        序号	指标名称	目标值	一季度	二季度	三季度	四季度	责任单位	责任领导
        1	社会消费品零售总额	增长7.5%	增长6%	增长6.5%	增长7%	增长7.5%	市商务局	张平
        2	城镇新增就业	3.2万人以上	0.8万人	0.8万人	0.8万人	0.8万人	市人社局	李兰
        """;

    private const string Levels = """
        指标名称	2025年目标值	一季度	上半年	前三季度	全年	责任单位	分管市领导
        招商引资到位资金	520亿元	110亿元	260亿元	400亿元	520亿元	市商务局	李兰
        """;

    [Fact]
    public void Read_MonthsInSchedules_AreTheQuartersTheyEnd()
    {
        var tasks = Read(Work);
        tasks[0].Items().ShouldBe(["1 开工10万平方米；", "2 累计开工20万平方米；", "4 建成40万平方米。"]);
        tasks[1].Items().ShouldBe(["1234 各开展1次调度，形成调度报告。"]);
        tasks[1].Schedule[0].Commitments[0].Measure.ShouldBe("各开展调度");
        tasks[1].SupportingGroups[0].Name.ShouldBe("各县（区）");
        tasks[2].Items().ShouldBe(["1 新增0.8万人，", "12 新增1.8万人，", "123 新增2.7万人，全年新增3.5万人。"]);
        tasks[2].Schedule[1].Commitments[0].Measure.ShouldBe("城镇新增就业");
        tasks[3].Items().ShouldBe(["1 完成2000亩，", "2 完成3000亩"]);
        tasks[3].TargetCommitments[0].Measure.ShouldBe("植树造林");
    }

    [Fact]
    public void Read_DeadlinesOfAList_CountOnlyInThePlansYear()
    {
        var plan = new PlanReader().Read(Livelihood);
        plan.Tasks.Select(t => string.Concat(t.Schedule[0].Quarters)).ShouldBe(["3", "1234", "1234", "1234"]);
        plan.Tasks[3].ScheduleText.ShouldBeEmpty();
        plan.Tasks[3].Attributes.ShouldBe([new TaskAttribute("完成时限", "2026年6月底前")]);
        plan.Diagnostics.Where(d => d.Code == DiagnosticCode.ScheduleEmpty).Select(d => (d.TaskNumber, d.Level))
            .ShouldBe([(2, DiagnosticLevel.Warning), (4, DiagnosticLevel.Notice)]);
    }

    [Fact]
    public void Read_DeadlineThatSaysLessThanTheWords_LeavesThemTheirPeriods()
    {
        var tasks = Read(Routine);
        tasks[0].Items().ShouldBe(["1 开工40个，完成投资60亿元。", "2 累计开工90个。"]);
        tasks[0].Leads().ShouldBe("市发改委");
        tasks[0].Supports().ShouldBe("各县（市、区）");
        tasks[1].Items().ShouldBe(["1234 EachQuarter 每季度举办促消费活动不少于7场。"]);
    }

    [Fact]
    public void Read_TargetsThatOnlySayHowMuch_AreOfWhatTheirRowNames()
    {
        var tasks = Read(Figures);
        tasks[0].TargetCommitments[0].Measure.ShouldBe("社会消费品零售总额：增长");
        tasks[0].Schedule.SelectMany(i => i.Commitments).ShouldAllBe(c => c.Measure == "社会消费品零售总额：增长" && c.GrowthRate);
        tasks[1].TargetCommitments[0].Measure.ShouldBe("城镇新增就业");
    }

    [Fact]
    public void Read_YearBesideItsPartsAndAGoal_IsOneOfTheSchedule()
    {
        var task = Read(Levels).ShouldHaveSingleItem();
        task.Target.ShouldBe("520亿元");
        task.Items().ShouldBe(["1 110亿元。", "12 260亿元。", "123 400亿元。", "1234 AllYear 520亿元。"]);
        task.Schedule.SelectMany(i => i.Commitments).ShouldAllBe(c => c.Accumulation == Accumulation.Cumulative);
    }

    private static IReadOnlyList<PlannedTask> Read(string text) => new PlanReader().Read(text).Tasks;
}
