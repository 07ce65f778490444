using Shouldly;
using Suite.Tasks.Decomposition.Tests.Layouts;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>Periods of another year inside the prose of a plan: none of its quarters, and none of its amounts.</summary>
public sealed class OtherYearTests
{
    private static PlanDocument Plan(string schedule) => new PlanReader().Read($"2026年云溪市重点工作分解表\n\n{Samples.OneTask("建成停车场12个。", schedule)}");

    [Theory]
    [InlineData("一季度：选址。四季度：开工。2027年一季度：验收8个。", "1 选址。", "4 开工。2027年一季度：验收8个。")]
    [InlineData("一季度：选址。四季度：开工5个，明年一季度验收3个。", "1 选址。", "4 开工5个，明年一季度验收3个。")]
    [InlineData("3月底前完成设计；11月底前开工；2027年6月底前完工。", "1 完成设计；", "4 开工；2027年6月底前完工。")]
    [InlineData("3月底前完成设计；11月底前开工；次年6月底前完工。", "1 完成设计；", "4 开工；次年6月底前完工。")]
    [InlineData("2025年四季度已立项，2026年二季度：招标。三季度：开工。", "1234 Unmarked 2025年四季度已立项，", "2 招标。", "3 开工。")]
    [InlineData("三季度：招标。11月至次年3月：组织冬修水利，清淤9公里。", "3 招标。", "4 组织冬修水利，清淤9公里。")]
    [InlineData("2026年三季度：招标。2026年四季度至2027年一季度：施工。", "3 招标。", "4 施工。")]
    [InlineData("<b>东区：</b><b>四季度：</b>开工。<b>2027年上半年：</b>完工。<b>西区：</b>四季度：完工。", "4 [东区] 开工。2027年上半年：完工。", "4 [西区] 完工。")]
    [InlineData("2027年6月底前完成。", "1234 Unmarked 2027年6月底前完成。")]
    public void Read_PeriodOfAnotherYear_IsNoQuarterOfThisPlan(string schedule, params string[] items)
    {
        var task = Plan(schedule).Tasks.Single();
        task.Items().ShouldBe(items);
        foreach (var item in task.Schedule) item.Span.In(task.ScheduleText).ShouldBe(item.Text);
    }

    [Theory]
    [InlineData("四季度：开工5个，2027年一季度验收3个，二季度验收2个。", "5")]
    [InlineData("四季度：开工5个，2025年下半年已选址7个，本年再选址4个。", "5,4")]
    [InlineData("四季度：开工5个；预计明年上半年新增泊位900个。", "5")]
    [InlineData("四季度：开工5个，为2027年新建6个做好准备。", "5,6")]
    public void Read_AmountsOfAnotherYear_AreNotPromisedForThisOne(string schedule, string values) =>
        string.Join(',', Plan(schedule).Tasks.Single().Schedule.SelectMany(i => i.Commitments).Select(c => c.Value)).ShouldBe(values);

    [Theory]
    [InlineData("四季度：开工。2027年一季度：验收。", "2027年一季度")]
    [InlineData("四季度：开工，明年上半年完工。", "明年上半年")]
    [InlineData("2026年四季度：开工。", null)]
    [InlineData("四季度：统筹线上年底促销，谋划明年工作，迎接2025年度考核。", null)]
    public void Read_PeriodOfAnotherYear_IsToldInANotice(string schedule, string? words)
    {
        var told = Plan(schedule).Diagnostics.Where(d => d.Code == DiagnosticCode.PeriodOfOtherYear).ToList();
        told.Select(d => d.Words).ShouldBe(words is null ? [] : [words]);
        told.ShouldAllBe(d => d.Level == DiagnosticLevel.Notice && d.TaskNumber == 1 && d.Cell == PlanCell.Schedule);
    }

    [Fact]
    public void Read_DeadlineNextYear_IsKeptBesideTheTask()
    {
        var task = Drawn.Read("""
            云溪市2026年重点工作清单
            序号|工作任务|责任单位|完成时限
            1|编制规划|市发改局|明年6月底前
            2|建成绿道|市林业局|11月底
            """).Tasks[0];
        task.Items().ShouldBe(["1234 Unmarked "]);
        task.Attributes.ShouldBe([new TaskAttribute("完成时限", "明年6月底前")]);
    }
}
