using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Indicators.Series;

namespace Suite.Indicators.Tests.Series;

public sealed class MeasureNameTests
{
    [Theory]
    [InlineData("累计完成工业投资", "工业投资")]
    [InlineData("力争 实现工业\n投资", "工业投资")]
    [InlineData("新增深莞通办事项", "深莞通办事项")]
    [InlineData("ＧＤＰ达", "GDP")]
    [InlineData("完成率", "完成率")]
    [InlineData("达", "达")]
    public void Normalise_LightWordsAround_KeepsWhatIsMeasured(string written, string measure) => MeasureName.Normalise(written).ShouldBe(measure);

    [Fact]
    public void Normalise_Twice_ChangesNothingMore() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => MeasureName.Normalise(text ?? "") is var once && MeasureName.Normalise(once) == once)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Normalise_HalfOfASurrogatePair_IsReplaced() => MeasureName.Normalise("投资\ud83d").ShouldBe("投资\ufffd");
}
