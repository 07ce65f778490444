using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Documents;

public sealed class SeparatedTests
{
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Read_QuotedFields_FollowsRfc4180(char separator)
    {
        var text = "甲,乙,丙\r\n\"一\r\n二\",\"说\"\"好\"\"\",\"子,丑\"\r\n\r\n,, \n1,2,3".Replace(',', separator);
        Blocks.Shown(text, "text/csv").ShouldBe(["|0 甲|1 乙|2 丙|", $"|0 一¶二|1 说\"好\"|2 子{(separator == '\t' ? "丑" : separator + "丑")}|", "|0 1|1 2|2 3|"]);
    }

    [Fact]
    public void Read_LinesAboveTheTable_AreParagraphs() =>
        Blocks.Shown("2024年任务分解表,,\n制表单位：市府办,,\n甲,乙,丙\n1,2,3\n一、一号文,,\n4,5,6\n")
            .ShouldBe(["2024年任务分解表", "制表单位：市府办", "|0 甲|1 乙|2 丙|", "|0 1|1 2|2 3|", "|0 一、一号文|1 |2 |", "|0 4|1 5|2 6|"]);

    [Fact]
    public void Read_QuoteNeverClosed_ReachesToTheEnd() => Blocks.Shown("甲,\"乙\n丙,丁", "text/csv").ShouldBe(["|0 甲|1 乙¶丙,丁|"]);

    [Fact]
    public void Read_MarkupInACell_IsReadAsInText() => Blocks.Shown("<b>甲</b>乙,丙", "text/csv").ShouldBe(["|0 *甲*乙|1 丙|"]);

    [Fact]
    public void Read_LineOfARecord_IsWhereItBegins()
    {
        var rows = Blocks.Read("a,b\n\"c\n\",d\ne,f"u8.ToArray(), "text/csv").Document.Blocks.OfType<Decomposition.Documents.Grid>().Single().Rows;
        rows.Select(r => r.Line).ShouldBe([1, 2, 4]);
    }
}
