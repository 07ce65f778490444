using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

public sealed class PlanReaderTests
{
    private static readonly PlanDocument Plan = new PlanReader().Read(Samples.Table);

    private static PlannedTask Task(int number) => Plan.Tasks.Single(t => t.Number == number);

    [Fact]
    public void Read_Heading_GivesTitleYearIssuerAndDate()
    {
        Plan.Title.ShouldBe("2025年市政府重点工作任务分解表");
        Plan.Year.ShouldBe(2025);
        Plan.Issuer.ShouldBe("市政府办公室（督查室）");
        Plan.IssuedOn.ShouldBe(new DateOnly(2025, 3, 7));
    }

    [Fact]
    public void Read_Rows_GiveTasksInOrderWithSectionAndLine()
    {
        Plan.Tasks.Select(t => t.Number).ShouldBe([1, 2, 3, 4, 5]);
        Plan.Tasks.ShouldAllBe(t => t.Section == "政府工作报告");
        Task(2).SourceLine.ShouldBe(9);
    }

    [Fact]
    public void Read_EmptyRequirement_InheritsTheOneAbove()
    {
        Task(2).Requirement.Text.ShouldBe("市《政府工作报告》：建好绿道和书屋，让市民多一处去处。");
        Task(2).Requirement.Parts.ShouldBe([new RequirementPart("市《政府工作报告》", "建好绿道和书屋，让市民多一处去处。")]);
    }

    [Fact]
    public void Read_RequirementCutByAPage_IsJoinedForBothTasks()
    {
        Task(3).Requirement.Text.ShouldBe("市《政府工作报告》：整治道路，消除路口隐患；建设步道。");
        Task(4).Requirement.ShouldBe(Task(3).Requirement);
        Plan.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.CellJoined);
    }

    [Fact]
    public void Read_RowWithTwoTasks_DividesItsCells()
    {
        Task(4).ScheduleText.ShouldBe("一季度：完成设计。二至四季度：建成步道9公里。");
        Task(5).Schedule.Single().Quarters.ShouldBe([3, 4]);
        Task(4).LeadUnits.Single().Name.ShouldBe("市林业局");
        Task(5).LeadUnits.Single().Name.ShouldBe("市交通局");
        Task(5).SupportingUnits.ShouldBeEmpty();
    }

    [Fact]
    public void Read_Workstreams_EachHaveTheirQuarters() =>
        Task(2).Schedule.Select(i => (i.Workstream, string.Concat(i.Quarters), i.Kind)).ShouldBe(
        [
            ("产值方面", "1", ScheduleKind.Quarters),
            ("产值方面", "234", ScheduleKind.Quarters),
            ("企业服务方面", "1234", ScheduleKind.Unmarked),
        ]);

    [Fact]
    public void Read_TwoPageCopies_ReportsDoubledNumbers()
    {
        var row = $"市《政府工作报告》： 做好。\t1. 完成。\t一季度：完成。\t张江\t市林业局\t无\n";
        var plan = new PlanReader().Read($"{Samples.Header}\n{row}{row}{row.Replace("1. ", "4. ")}");
        plan.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.NumberDoubled && d.TaskNumber == 1);
        plan.Diagnostics.Where(d => d.Code == DiagnosticCode.NumberMissing).Select(d => d.TaskNumber).ShouldBe([2, 3]);
    }

    [Fact]
    public void Read_ColumnsInAnotherOrder_AreToldByTheirNames()
    {
        var plan = new PlanReader().Read("序号\t工作任务\t责任单位\t配合单位\t进度安排\n7\t建成步道9公里\t市林业局\t市财政局\t一季度：完成设计。\n");
        var task = plan.Tasks.Single();
        (task.Number, task.Target, task.LeadUnits.Single().Name, task.Schedule.Single().Text).ShouldBe((7, "建成步道9公里", "市林业局", "完成设计。"));
    }

    [Theory]
    [InlineData("做< >好&;&#;", "做<>好&;&#;")]
    [InlineData("<提升行动>做 好", "<提升行动>做好")]
    [InlineData("R&amp;D 投入 AI for All", "R&D投入AI for All")]
    [InlineData("<STRONG>做</STRONG><br/>好", "做好")]
    public void Read_MarkupAndWhatOnlyLooksLikeIt_LeavesTheText(string cell, string text) =>
        Samples.Read(cell, "一季度：做。").Target.ShouldBe(text);
}
