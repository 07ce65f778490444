using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Layouts;

/// <summary>One deadline for several items of a list.</summary>
public sealed class SharedDeadlineTests
{
    [Theory]
    [InlineData("以上任务均须于2026年11月底前全部完成。")]
    [InlineData("各责任单位要压实责任，确保上述工作在11月底前高质量完成，年底统一验收。")]
    [InlineData("以上实事项目未明确完成时限的，均须于11月20日前完成。")]
    [InlineData("本清单所列各项任务完成时限均为11月底。")]
    public void Read_ClosingLine_HoldsForItemsWithoutADeadline(string line)
    {
        var plan = Drawn.Read($"""
            云溪市2026年民生实事任务清单
            1.建成口袋公园12个。（责任单位：市园林局）
            2.改造管网30公里。（责任单位：市水务局；完成时限：6月底前）
            3.新增学位900个，8月底前投入使用。（责任单位：市教育局）
            {line}
            """);
        plan.Tasks.Select(t => string.Concat(t.Schedule[0].Quarters)).ShouldBe(["4", "2", "1234"]);
        plan.Tasks.Count.ShouldBe(3);
        plan.Diagnostics.Single(d => d.Code == DiagnosticCode.DeadlineShared).Level.ShouldBe(DiagnosticLevel.Notice);
        plan.Diagnostics.Where(d => d.Code == DiagnosticCode.ScheduleEmpty).Select(d => (d.TaskNumber, d.Level)).ShouldBe([(3, DiagnosticLevel.Warning)]);
    }

    [Fact]
    public void Read_NamesBelowTheList_AreWhoSignsItAndWhen()
    {
        var plan = Drawn.Read("云溪市2026年实事清单\n1.建成口袋公园12个。\n责任单位：市园林局\n以上任务均须于11月底前完成。\n云溪市人民政府办公室\n2026年2月26日");
        (plan.Issuer, plan.IssuedOn).ShouldBe(("云溪市人民政府办公室", new DateOnly(2026, 2, 26)));
        plan.Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.TextOutsideTable);
    }

    [Theory]
    [InlineData("完成时限：2026年9月底前")]
    [InlineData("以下各项任务须于9月底前完成。")]
    public void Read_LineBeforeTheItems_HoldsForItemsWithoutADeadline(string line)
    {
        var plan = Drawn.Read($"""
            云溪市2026年整治任务清单
            {line}
            一、河道
            1.清淤10公里。（责任单位：市水务局）
            2.截污20处。（责任单位：市生态环境局，4月底前）
            """);
        plan.Title.ShouldBe("云溪市2026年整治任务清单");
        plan.Tasks.Select(t => (t.Section, string.Concat(t.Schedule[0].Quarters))).ShouldBe([("河道", "3"), ("河道", "2")]);
    }

    [Fact]
    public void Read_DeadlinesInHeadings_HoldForTheItemsBeneath()
    {
        var plan = Drawn.Read("""
            云溪市2026年攻坚任务清单
            一、6月底前完成的任务（2项）
            1.修缮桥梁9座。（责任单位：市交通局）
            2.加装电梯40台。（责任单位：市住建局；完成时限：3月底前）
            二、改善民生（9月底前）
            3.新增托位500个。（责任单位：市卫健委）
            三、深化改革
            4.出台办法2部。（责任单位：市司法局）
            """);
        plan.Tasks.Select(t => string.Concat(t.Schedule[0].Quarters)).ShouldBe(["2", "1", "3", "1234"]);
        plan.Tasks.Select(t => t.Section).Distinct().ShouldBe(["6月底前完成的任务", "改善民生", "深化改革"]);
        plan.Diagnostics.ShouldAllBe(d => d.Level != DiagnosticLevel.Error);
    }

    [Fact]
    public void Read_ClosingLineOfEachPart_HoldsForThatPart()
    {
        var plan = Drawn.Read("""
            一、道路
            1.修缮桥梁9座。（责任单位：市交通局）
            以上任务于6月底前完成。
            二、房屋
            2.加装电梯40台。（责任单位：市住建局）
            上述工作须在10月底前完成。
            """);
        plan.Tasks.Select(t => string.Concat(t.Schedule[0].Quarters)).ShouldBe(["2", "4"]);
    }

    [Theory]
    [InlineData("各责任单位请于每季度末前报送上述任务完成情况。")]
    [InlineData("上述任务进展情况于12月10日前报送市政府督查室。")]
    [InlineData("联系人：王工，电话：8000。")]
    public void Read_LineAboutReporting_SetsNoDeadline(string line)
    {
        var plan = Drawn.Read($"1.建成口袋公园12个。（责任单位：市园林局）\n2.改造管网30公里。（责任单位：市水务局；完成时限：6月底前）\n{line}");
        plan.Tasks[0].ScheduleText.ShouldBeEmpty();
        plan.Diagnostics.Single(d => d.Code == DiagnosticCode.ScheduleEmpty).Why.ShouldContain("请核实");
    }
}
