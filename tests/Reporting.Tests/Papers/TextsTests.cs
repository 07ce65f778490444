using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Tests.Papers;

public sealed class TextsTests
{
    [Theory]
    [InlineData("完成\r\n工业  投资", "完成工业投资")]
    [InlineData("GDP growth\t4.7%", "GDP growth 4.7%")]
    [InlineData(" 松山湖 \u200bR&D\u0000 ", "松山湖R&D")]
    public void Line_WhiteSpaceAndInvisibles_AreTidied(string text, string line) => Texts.Line(text).ShouldBe(line);

    [Fact]
    public void Line_AnyText_IsFitForXml() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => XmlConvert.VerifyXmlChars(Texts.Line(text ?? "")) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Excerpt_AnyText_KeepsWithinItsLimit() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Texts.Excerpt(string.Concat(Enumerable.Repeat($"{text}。督😀", 5)), 20).Length <= 22).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("一季度开工三个项目。二季度再开工五个项目。", "一季度开工三个项目。")]
    [InlineData("一季度开工三个项目二季度再开工五个项目", "一季度开工三个项目二季度再……")]
    public void Excerpt_LongText_EndsWithASentenceWhereItCan(string text, string excerpt) => Texts.Excerpt(text, 13).ShouldBe(excerpt);

    [Theory]
    [InlineData(new[] { 3, 1, 2, 7 }, "1-3、7")]
    [InlineData(new[] { 1, 2, 5 }, "1、2、5")]
    [InlineData(new int[0], "")]
    public void Ranges_Numbers_AreWrittenShortly(int[] numbers, string text) => Texts.Ranges(numbers).Replace("\u200b", "").ShouldBe(text);

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(30, "三十")]
    [InlineData(99, "九十九")]
    [InlineData(100, "100")]
    public void Chinese_ANumber_IsWrittenAsInHeadings(int number, string text) => Numerals.Chinese(number).ShouldBe(text);

    [Fact]
    public void Fill_APlaceWithoutAPiece_Fails() => Should.Throw<FormatException>(() => Sentence.Fill("共{1}", new Run("1")));
}
