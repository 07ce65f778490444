using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

public sealed class DiagnosticTests
{
    private static List<Diagnostic> Raised(string target, string schedule) =>
        [.. new PlanReader().Read(Samples.OneTask(target, schedule)).Diagnostics.Where(d => d.TaskNumber == 1)];

    [Fact]
    public void Read_SoundTask_RaisesNothing() =>
        Raised("新建绿道60公里。", "一季度：新建绿道20公里。二、三、四季度：新建绿道40公里。").ShouldBeEmpty();

    [Fact]
    public void Read_ScheduleWithoutQuarter_IsRaised() =>
        Raised("做好工作。", "常态开展。").Single().Code.ShouldBe(DiagnosticCode.ScheduleWithoutQuarter);

    [Fact]
    public void Read_QuarterNamedTwice_IsRaised() =>
        Raised("做好工作。", "一季度：做。一、二季度：再做。").Single().Code.ShouldBe(DiagnosticCode.QuarterDoubled);

    [Fact]
    public void Read_QuartersThatDoNotReachTheTarget_AreRaised()
    {
        var raised = Raised("新建绿道60公里。", "一季度：累计新建绿道20公里。四季度：累计新建绿道50公里。").Single();
        (raised.Code, raised.Level).ShouldBe((DiagnosticCode.TargetNotMet, DiagnosticLevel.Warning));
        raised.Why.ShouldContain("50公里");
        raised.Why.ShouldContain("60公里");
    }

    [Fact]
    public void Read_CumulativeSeriesThatFalls_IsRaised() =>
        Raised("做好工作。", "一季度：累计新建绿道30公里。二季度：累计新建绿道20公里。四季度：累计新建绿道50公里。")
            .Single().Code.ShouldBe(DiagnosticCode.SeriesFalls);

    [Fact]
    public void Read_UnitThatChanges_IsRaised() =>
        Raised("新建通信基站60个。", "四季度：新建通信基站60座。").Single().Code.ShouldBe(DiagnosticCode.UnitChanges);

    [Fact]
    public void Read_PartsThatDoNotAddUp_AreRaised() =>
        Raised("完成投资10亿元。", "<b>东线：</b>全年：完成投资4亿元。<b>西线：</b>全年：完成投资5亿元。").Single().Code.ShouldBe(DiagnosticCode.TotalDiffers);

    [Fact]
    public void Read_SameCommitmentInTwoTasks_IsRaisedWithTheOther()
    {
        var row = "来源\t{0}. 新建公共充电桩{1}个。\t全年：做。\t张江\t市局\t无\n";
        var text = $"{Samples.Header}\n{string.Format(null, row, 1, 500)}{string.Format(null, row, 2, 500)}{string.Format(null, row, 3, 600)}";
        new PlanReader().Read(text).Diagnostics.Where(d => d.Code == DiagnosticCode.CommitmentRepeated).Select(d => (d.TaskNumber, d.Level))
            .ShouldBe([(2, DiagnosticLevel.Notice), (3, DiagnosticLevel.Warning)]);
    }
}
