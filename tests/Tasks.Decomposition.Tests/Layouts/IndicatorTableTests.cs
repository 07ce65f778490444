using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Layouts;

/// <summary>Tables of indicators: a cell holds the number, the unit and the name stand in others.</summary>
public sealed class IndicatorTableTests
{
    private const string Columns = """
        云溪市2026年主要经济指标任务分解表
        序号|指标名称|单位|年度目标|一季度|上半年|前三季度|责任单位|分管领导
        1|规模以上工业增加值|亿元|1250|280|600|930|市工信局|陈明远
        2|规模以上工业增加值增速|%|6.5|5|6|6.2|市工信局|陈明远
        3|空气质量优良天数比例|%|≥92|≥88|≥90|≥91|市生态环境局|李敏
        4|PM2.5平均浓度|微克/立方米|＜28|30以下|29以下|28.5以下|市生态环境局|李敏
        5|城镇新增就业|万人|3.2左右|0.8|1.6|2.4|市人社局|周洁
        6|营商环境指数|—|92.5|90|91|92|市发改局|周洁
        7|优良天数|天|330|80|160|245|市生态环境局|李敏
        """;

    [Fact]
    public void Read_UnitInAColumnOfItsOwn_BelongsToTheNumbers()
    {
        var plan = Drawn.Read(Columns);
        plan.Tasks.Select(t => (t.Requirement.Text, Goal: Said(t.TargetCommitments.Single()))).ShouldBe(
        [
            ("规模以上工业增加值", "规模以上工业增加值 Eq 1250 亿元 Cumulative"), ("规模以上工业增加值增速", "规模以上工业增加值增速 Eq 6.5 % Undetermined growth"),
            ("空气质量优良天数比例", "空气质量优良天数比例 Ge 92 % Undetermined"), ("PM2.5平均浓度", "PM2.5平均浓度 Lt 28 微克/立方米 Undetermined"),
            ("城镇新增就业", "城镇新增就业 Approx 3.2 万人 Cumulative"), ("营商环境指数", "营商环境指数 Eq 92.5  Undetermined"), ("优良天数", "优良天数 Eq 330 天 Cumulative"),
        ]);
        var first = plan.Tasks[0];
        (first.Target, first.ScheduleText).ShouldBe(("1250亿元", "一季度：280亿元。上半年：600亿元。前三季度：930亿元。"));
        first.Schedule.Select(i => (string.Concat(i.Quarters), Said(i.Commitments.Single()))).ShouldBe(
        [
            ("1", "规模以上工业增加值 Eq 280 亿元 Cumulative"), ("12", "规模以上工业增加值 Eq 600 亿元 Cumulative"), ("123", "规模以上工业增加值 Eq 930 亿元 Cumulative"),
        ]);
        plan.Tasks[3].Schedule.SelectMany(i => i.Commitments).ShouldAllBe(c => c.Comparator == Comparator.Le && c.Measure == "PM2.5平均浓度");
        plan.Tasks.Select(t => (t.Leads(), t.Named())).Distinct().Count().ShouldBe(4);
        plan.Tasks.ShouldAllBe(t => t.Attributes.Single().Name == "单位");
        plan.Diagnostics.ShouldAllBe(d => d.Level == DiagnosticLevel.Notice);
        PointAtTheirWords(plan);
    }

    [Theory]
    [InlineData("指标|年度目标（亿元）|一季度（亿元）|责任单位\n社会消费品零售总额|520|110|市商务局")]
    [InlineData("指标（亿元）|2026年计划|一季度|责任单位\n社会消费品零售总额（亿元）|520|110|市商务局")]
    [InlineData("单位：亿元\n指标|目标值|一季度|责任单位\n社会消费品零售总额|520|110|市商务局")]
    [InlineData("主要指标|全年目标（亿元）|季度目标（亿元）|<|责任单位\n^|^|一季度|二季度|^\n社会消费品零售总额|520|110|230|市商务局")]
    public void Read_UnitInBracketsOrInALineAbove_BelongsToTheNumbers(string table)
    {
        var plan = Drawn.Read("云溪市2026年指标任务\n" + table);
        var task = plan.Tasks.Single();
        Said(task.TargetCommitments.Single()).ShouldBe("社会消费品零售总额 Eq 520 亿元 Cumulative");
        Said(task.Schedule[0].Commitments.Single()).ShouldStartWith("社会消费品零售总额 Eq 110 亿元");
        PointAtTheirWords(plan);
    }

    /// <summary>单位 alone is an office where offices stand below it.</summary>
    [Fact]
    public void Read_UnitColumnOfOffices_LeadsTheTask()
    {
        var plan = Drawn.Read("序号|工作任务|单位|一季度\n1|新建绿道20公里|市林业局|选址\n2|新增书屋9间|市文旅局|设计");
        plan.Tasks.Select(t => t.Leads()).ShouldBe(["市林业局", "市文旅局"]);
    }

    [Fact]
    public void Read_PartsOfAnIndicatorWithoutNumbers_AreIndicatorsOfTheirOwn()
    {
        var plan = Drawn.Read("""
            序号|类别|指标名称|计量单位|2025年实际|2026年目标|上半年|责任单位
            1|经济|固定资产投资|亿元|900|960|450|市发改局
            |^|其中：工业投资|亿元|280|310|150|市工信局
            2|^|一般公共预算收入|亿元|98|104|50|市财政局
            """);
        plan.Tasks.Select(t => (t.Number, t.Label, t.Section, Said(t.TargetCommitments.Single()))).ShouldBe(
        [
            (1, null, "经济", "固定资产投资 Eq 960 亿元 Cumulative"), (2, null, "经济", "工业投资 Eq 310 亿元 Cumulative"),
            (3, "2", "经济", "一般公共预算收入 Eq 104 亿元 Cumulative"),
        ]);
        plan.Tasks[1].Attributes.ShouldContain(new TaskAttribute("2025年实际", "280"));
        plan.Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.RowContinued);
    }

    [Fact]
    public void Read_IndicatorBesideATask_StandsInTheTarget()
    {
        var task = Drawn.Read("重点工作|考核指标|单位|年度目标|牵头单位\n提升工业能级|技改投资|亿元|85|市工信局").Tasks.Single();
        (task.Requirement.Text, task.Target).ShouldBe(("提升工业能级", "技改投资85亿元"));
        Said(task.TargetCommitments.Single()).ShouldBe("技改投资 Eq 85 亿元 Cumulative");
    }

    [Fact]
    public void Read_CellsThatSayMore_AreLeftAsTheyAre()
    {
        var task = Drawn.Read("指标名称|单位|年度目标|一季度|二季度|责任单位\n引进项目|个|20个以上，其中外资5个|完成招商方案|8|市商务局\n进出口|亿元|300|70|150|市商务局").Tasks[0];
        task.Target.ShouldBe("20个以上，其中外资5个");
        task.ScheduleText.ShouldBe("一季度：完成招商方案。二季度：8个。");
    }

    private static string Said(Commitment c) => $"{c.Measure} {c.Comparator} {c.Value} {c.Unit} {c.Accumulation}{(c.GrowthRate ? " growth" : "")}";

    private static void PointAtTheirWords(PlanDocument plan)
    {
        foreach (var task in plan.Tasks)
        {
            task.TargetCommitments.ShouldAllBe(c => c.Span.In(task.Target) == c.Verbatim);
            task.Schedule.SelectMany(i => i.Commitments).ShouldAllBe(c => c.Span.In(task.ScheduleText) == c.Verbatim);
        }
    }
}
