using Shouldly;
using Suite.Tasks.Decomposition.Wording;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

public sealed class DiagnosticTests
{
    private static List<Diagnostic> Raised(string target, string schedule) =>
        [.. new PlanReader().Read(Samples.OneTask(target, schedule)).Diagnostics.Where(d => d.TaskNumber == 1)];

    private static string Print(Diagnostic found) => $"{found.Level} {found.Code} {found.Words}";

    private static IReadOnlyList<Diagnostic> OfRows(params string[] rows) =>
        new PlanReader().Read($"{Samples.Header}\n{string.Join('\n', rows)}\n").Diagnostics;

    private static string Row(int number, string target, string leaders = "张江", string lead = "市局", string schedule = "全年：做。") =>
        $"来源\t{number}. {target}\t{schedule}\t{leaders}\t{lead}\t无";

    [Theory]
    [InlineData("新建绿道60公里。", "一季度：新建绿道20公里。二、三、四季度：新建绿道40公里。")]
    [InlineData("对接活动30场。", "二季度：对接活动累计15场。四季度：对接活动累计30场。全年：平均每季度办论坛7-8场、沙龙2-3场。")]
    [InlineData("推动7个项目开工。", "四季度：投产项目累计3个。")]
    [InlineData("设立基金1支。", "一、二季度：储备项目累计10个。三、四季度：投资项目累计5个。")]
    [InlineData("宣传办好。", "一季度：展会累计20场，“第一课”2场。二季度：展会累计40场，“第一课”1场。")]
    [InlineData("浓度控制在24微克/立方米以下。", "四季度：浓度控制在23微克/立方米。")]
    [InlineData("培训调解员1000人。", "四季度：培训调解员1000名。")]
    [InlineData("建成示范项目1个。", "四季度：建成1500平方米示范项目1个。")]
    [InlineData("做好工作。", "<b>东线：</b>一季度：累计建设30公里。<b>西线：</b>四季度：累计建设20公里。")]
    [InlineData("招引项目100个，其中外资项目40个、重大项目50个。", "全年：做。")]
    public void Read_SoundTask_RaisesNothing(string target, string schedule) => Raised(target, schedule).Select(Print).ShouldBeEmpty();

    [Theory]
    [InlineData("做好工作。", "常态开展。", "Warning ScheduleWithoutQuarter 常态开展。")]
    [InlineData("做好工作。", "<b>甲方面：</b>一季度：做。<b>乙方面：</b>常态开展。", "Notice ScheduleWithoutQuarter 常态开展。")]
    [InlineData("做好工作。", "一季度：做。一、二季度：再做。", "Notice QuarterDoubled 再做。")]
    [InlineData("做好工作。", "一季度：做。二季度：再做。二季度：还做。", "Warning QuarterDoubled 还做。")]
    [InlineData("新建绿道60公里。", "一季度：累计新建绿道20公里。四季度：累计新建绿道50公里。", "Warning TargetNotMet 累计新建绿道50公里")]
    [InlineData("新建绿道60公里。", "一季度：新建绿道20公里。四季度：新建绿道30公里。", "Warning TargetNotMet 新建绿道30公里")]
    [InlineData("产值加快向800亿元迈进。", "二季度：力争产值超400亿元。四季度：力争产值超776亿元。", "Notice TargetNotMet 力争产值超776亿元")]
    [InlineData("推进22个老旧小区改造。", "一季度：推进5个老旧小区改造。四季度：确保25个老旧小区改造。", "Notice TargetNotMet 确保25个老旧小区改造")]
    [InlineData("接入率达到90%。", "二季度：接入率达到50%。四季度：接入率达到80%。", "Warning TargetNotMet 接入率达到80%")]
    [InlineData("做好工作。", "<b>甲线：</b>2025年完成投资10亿元。一季度：完成投资3亿元。四季度：完成投资6亿元。", "Warning TargetNotMet 完成投资6亿元")]
    [InlineData("做好工作。", "一季度：累计新建绿道30公里。二季度：累计新建绿道20公里。四季度：累计新建绿道50公里。", "Warning SeriesFalls 累计新建绿道20公里")]
    [InlineData("做好工作。", "一季度：主体工程完成40%。二季度：主体工程完成30%。", "Warning SeriesFalls 主体工程完成30%")]
    [InlineData("新建通信基站60个。", "四季度：新建通信基站60座。", "Notice UnitChanges 新建通信基站60座")]
    [InlineData("培训技能人才6万人。", "四季度：培训技能人才6万人次。", "Notice UnitChanges 培训技能人才6万人次")]
    [InlineData("完成投资10亿元。", "<b>东线：</b>全年：完成投资4亿元。<b>西线：</b>全年：完成投资5亿元。", "Notice TotalDiffers 完成投资10亿元")]
    [InlineData("招引项目100个，其中外资项目60个、重大项目50个。", "全年：做。", "Notice TotalDiffers 招引项目100个")]
    [InlineData("招引项目100个，其中外资项目160个。", "全年：做。", "Warning TotalDiffers 招引项目100个")]
    public void Read_TaskThatContradictsItself_IsRaised(string target, string schedule, string expected) =>
        Raised(target, schedule).Select(Print).ShouldBe([expected]);

    [Theory]
    [InlineData("1. 做。\t全年：做。\t张江\t市局\t无", "")]
    [InlineData("1. 做。\t\t张江\t市局\t无", "Error ScheduleEmpty ")]
    [InlineData("1. 做。\t全年：做。\t/\t市局\t无", "Notice LeaderMissing ")]
    [InlineData("1. 做。\t全年：做。\t张江\t无\t无", "Error LeadUnitMissing ")]
    [InlineData("1.\t全年：做。\t张江\t市局\t无", "Error TargetEmpty ")]
    public void Read_CellThatSaysNothing_IsRaised(string row, string expected) =>
        string.Join('|', OfRows($"来源\t{row}").Select(Print)).ShouldBe(expected);

    [Fact]
    public void Read_NumbersMissingAndDoubled_AreErrors() =>
        OfRows(Row(1, "做一。"), Row(3, "做三。"), Row(3, "做四。")).Select(d => (d.Level, d.Code, d.TaskNumber))
            .ShouldBe([(DiagnosticLevel.Error, DiagnosticCode.NumberMissing, 2), (DiagnosticLevel.Error, DiagnosticCode.NumberDoubled, 3)], ignoreOrder: true);

    [Fact]
    public void Read_SameCommitmentInTwoTasks_IsRaisedWithTheOther() =>
        OfRows(Row(1, "新建公共充电桩500个。"), Row(2, "新建公共充电桩500个。"), Row(3, "新建公共充电桩600个。"))
            .Where(d => d.Code == DiagnosticCode.CommitmentRepeated).Select(d => (d.TaskNumber, d.Level))
            .ShouldBe([(3, DiagnosticLevel.Warning), (2, DiagnosticLevel.Notice)], ignoreOrder: true);

    [Theory]
    [InlineData("完成500户老年人适老化改造。", "完成不少于500宗居家老年人适老化改造项目。", 1)]
    [InlineData("完成5户老年人适老化改造。", "完成5宗居家老年人适老化改造项目。", 0)]
    [InlineData("完成500户老年人适老化改造。", "新增500张养老机构床位。", 0)]
    public void Read_LargeFigureOfLikeThings_IsRaisedWhateverTheUnit(string one, string other, int raised) =>
        OfRows(Row(1, one), Row(2, other)).Count(d => d.Code == DiagnosticCode.CommitmentRepeated).ShouldBe(raised);

    [Fact]
    public void Read_SameWordsAboutTwoBranches_AreTwoCommitments() =>
        OfRows(Row(1, "针对食品饮料行业，推动40家企业完成数字化转型。"), Row(2, "针对纺织服装行业，推动60家企业完成数字化转型。")).ShouldBeEmpty();

    [Fact]
    public void Read_Diagnostics_NameThePlaceAndSayWhyInBothLanguages()
    {
        var found = Raised("新建绿道60公里。", "一季度：累计新建绿道20公里。四季度：累计新建绿道50公里。").Single();
        (found.TaskNumber, found.Cell, found.Line).ShouldBe((1, PlanCell.Schedule, 2));
        var (chinese, english) = (found.Why.Split(Findings.Between)[0], found.Why.Split(Findings.Between)[1]);
        chinese.ShouldBe("各季度合计（或最后一个累计数）为50公里，达不到“新建绿道”的年度数60公里。");
        english.ShouldBe("The quarters come to 50公里, short of 60公里 for the year (新建绿道).");
    }
}
