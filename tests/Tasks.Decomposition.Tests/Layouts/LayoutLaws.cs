using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Layouts;

/// <summary>What holds for a column a quarter and for lists, whatever their cells say.</summary>
public sealed class LayoutLaws
{
    private static readonly string[] Pieces =
    [
        "完成投资3.5亿元", "。", "，", "；", "<b>东馆：</b>", "6月底前", "二季度：", "新建2个站", "每季度巡查", "（", "责任单位：", "市林业局、", "）", "《三年计划》", "1.", "一、", "全年", "：",
        "牵头领导：张江", "¶", "(1)", "【", "】",
    ];

    private static Arbitrary<string> Words() => Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Read_AnyQuarterColumns_LoseAndInventNoWords() => Prop.ForAll(Words(), Words(), (first, second) =>
    {
        var task = Drawn.Read($"序号|工作任务|一季度|下半年|责任单位\n1|做好|{first}|{second}|市局").Tasks[0];
        var cells = new[] { ("一季度", first), ("下半年", second) }.Select(c => (c.Item1, Text: Drawn.Cell(c.Item2).Text)).Where(c => c.Text.Length > 0);
        Letters(task.ScheduleText).ShouldBe(Letters(string.Concat(cells.Select(c => c.Item1 + c.Text))));
        foreach (var item in task.Schedule)
        {
            item.Span.In(task.ScheduleText).ShouldBe(item.Text);
            foreach (var amount in item.Commitments) amount.Span.In(task.ScheduleText).ShouldBe(amount.Verbatim);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyLines_EndInAPlanOrARefusal() => Prop.ForAll(Gen.ListOf(Words().Generator).ToArbitrary(), lines =>
    {
        try
        {
            Drawn.Read(string.Join('\n', lines.Prepend("1. 建成绿道。（责任单位：市林业局）"))).Tasks.ShouldNotBeEmpty();
        }
        catch (PlanFormatException refused)
        {
            refused.Expected.ShouldNotBeEmpty();
        }
    }).QuickCheckThrowOnFailure();

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
