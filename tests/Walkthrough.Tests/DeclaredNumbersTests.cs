using System.Text;
using Suite.Walkthrough.Import;

namespace Suite.Walkthrough.Tests;

public sealed class DeclaredNumbersTests
{
    [Theory]
    [InlineData("<b>市《政府工作报告》(第 1 项-159 项)</b>", 159)]
    [InlineData("市十件民生实事（第53项—第67项）\n市政府一号文（第 68 项～100 项）", 100)]
    [InlineData("第 1 项至 9 项", 9)]
    [InlineData("没有编号的标题", 0)]
    [InlineData("第 3 项", 0)]
    [InlineData("", 0)]
    public void Highest_Heading_IsTheLastNumberItNames(string text, int expected) =>
        DeclaredNumbers.Highest(Encoding.UTF8.GetBytes(text)).ShouldBe(expected);

    [Fact]
    public void Highest_BytesThatAreNotUtf8_AreNoHeading() => DeclaredNumbers.Highest([0xFF, 0xC3, 0x28]).ShouldBe(0);
}
