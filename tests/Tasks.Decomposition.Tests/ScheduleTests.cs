using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

public sealed class ScheduleTests
{
    private static string[] Items(string schedule) =>
        [.. Samples.Read("做好工作。", schedule).Schedule.Select(i => $"{i.Workstream}|{string.Concat(i.Quarters)}|{i.Kind}|{i.Text}")];

    [Theory]
    [InlineData("<b>一季度：</b>做。", "|1|Quarters|做。")]
    [InlineData("<b>一季度</b>:做。", "|1|Quarters|做。")]
    [InlineData("一、二季度：做。", "|12|Quarters|做。")]
    [InlineData("三季度、四季度：做。", "|34|Quarters|做。")]
    [InlineData("二至四季度:做。", "|234|Quarters|做。")]
    [InlineData("其中一季度：做。", "|1|Quarters|做。")]
    [InlineData("第一季度：做。", "|1|Quarters|做。")]
    [InlineData("1-6月：做。", "|12|Quarters|做。")]
    [InlineData("6月底前：做。", "|2|Quarters|做。")]
    [InlineData("上半年：做。", "|12|Quarters|做。")]
    [InlineData("全年推进：做。", "|1234|AllYear|做。")]
    [InlineData("<b>每季度，</b>做。", "|1234|EachQuarter|做。")]
    [InlineData("在每季度初开展巡查。", "|1234|EachQuarter|在每季度初开展巡查。")]
    [InlineData("力争二季度完成，季度末验收。", "|1234|Unmarked|力争二季度完成，季度末验收。")]
    public void Read_OnePeriod_GivesItsQuarters(string schedule, string expected) => Items(schedule).ShouldBe([expected]);

    [Fact]
    public void Read_YearBehindAFullStop_OpensAnItemOfItsOwn() =>
        Items("四季度：办展，全年办展十场。全年支持办展。").ShouldBe(["|4|Quarters|办展，全年办展十场。", "|1234|AllYear|支持办展。"]);

    [Fact]
    public void Read_LabelBehindLabel_IsAPartOfIt() =>
        Items("<b>建设：</b><b>(1)东馆。</b><b>一季度：</b>选址。<b>(2)西馆。</b>二季度：开工。<b>宣传：</b>常态开展。").ShouldBe(
            ["建设 > 东馆|1|Quarters|选址。", "建设 > 西馆|2|Quarters|开工。", "宣传|1234|Unmarked|常态开展。"]);

    [Fact]
    public void Read_PeriodInsideABoldLabel_EndsTheLabel() =>
        Items("<b>书香:一季度:</b>办展。").ShouldBe(["书香|1|Quarters|办展。"]);

    [Fact]
    public void Read_PlainLabel_CountsOnlyDirectlyBeforeAPeriod() =>
        Items("东馆：一季度：选址。西馆：开工。").ShouldBe(["东馆|1|Quarters|选址。西馆：开工。"]);

    [Fact]
    public void Read_BarePeriodsThatCoverTheYear_DivideTheSentence() =>
        Items("计划一、二季度申报,三、四季度拨付。").ShouldBe(["|1234|Unmarked|计划", "|12|Quarters|申报,", "|34|Quarters|拨付。"]);

    [Fact]
    public void Read_BarePeriodsWithYearEnd_DivideTheSentence() =>
        Items("一季度，完成招标；二季度，开工；三季度，封顶；年底前竣工。").ShouldBe(
            ["|1|Quarters|完成招标；", "|2|Quarters|开工；", "|3|Quarters|封顶；", "|4|Quarters|竣工。"]);

    [Fact]
    public void Read_EnumeratorBeforeAPeriod_BelongsToTheMark() =>
        Items("1.一季度：选址。2.二季度：开工。").ShouldBe(["|1|Quarters|选址。", "|2|Quarters|开工。"]);
}
