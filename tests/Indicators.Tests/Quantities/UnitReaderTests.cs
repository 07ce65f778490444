using Shouldly;
using Suite.Indicators.Quantities;

namespace Suite.Indicators.Tests.Quantities;

public sealed class UnitReaderTests
{
    [Theory]
    [InlineData("亿元", 100_000_000, "元", "亿")]
    [InlineData("万亿元", 1_000_000_000_000, "元", "万亿")]
    [InlineData("万 人次", 10_000, "人次", "万")]
    [InlineData("家", 1, "家", "")]
    [InlineData("％", 0.01, "1", "")]
    [InlineData("个百分点", 0.01, "1", "")]
    [InlineData("百分点", 0.01, "1", "")]
    [InlineData("亿元/平方公里", 100, "元/平方米", "亿")]
    [InlineData("万吨", 10_000_000_000, "克", "万")]
    [InlineData("万", 1, "万", "")]
    [InlineData("", 1, "1", "")]
    public void Read_UnitOfADocument_TellsMagnitudeAndWhatIsCounted(string text, double factor, string dimension, string scale)
    {
        var unit = UnitReader.Read(text).ShouldNotBeNull();

        unit.Factor.ShouldBe((decimal)factor);
        unit.Dimension.ToString().ShouldBe(dimension);
        UnitReader.Scale(unit.Text).ShouldBe(scale);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("元//人")]
    [InlineData("3元")]
    [InlineData("a/b/c/d/e")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public void Read_NoUnit_IsNull(string text) => UnitReader.Read(text).ShouldBeNull();

    [Fact]
    public void Convert_BetweenMagnitudes_KeepsTheAmount()
    {
        var (large, small) = (UnitReader.Read("亿元")!, UnitReader.Read("万元")!);

        large.Convert(4.11m, small).ShouldBe(41100m);
        small.Convert(41100m, large).ShouldBe(4.11m);
        UnitReader.Read("万亿元")!.Convert(decimal.MaxValue / 10, small).ShouldBeNull();
    }
}
