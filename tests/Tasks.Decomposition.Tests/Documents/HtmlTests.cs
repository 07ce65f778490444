using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Documents;

public sealed class HtmlTests
{
    private static string[] Shown(string body) => Blocks.Shown($"<!doctype html><html><body>{body}</body></html>");

    [Fact]
    public void Read_ParagraphsHeadingsAndLists_KeepTheirOrderAndNumbers() =>
        Shown("<h1>表</h1>前<p>甲<b>乙 </b>&lt;b&gt;&amp;</p><ol start=3><li>三<li value=7>七</ol><ul><li>点</ul><ol type=A reversed><li>二<li>一</ol><div>后<br>尾</div>")
            .ShouldBe(["# 表", "前", "甲*乙*<b>&", "3.三", "7.七", "点", "B.二", "A.一", "后", "尾"]);

    [Fact]
    public void Read_Spans_AreKeptOnTheGrid() =>
        Shown("<table><caption>表一</caption><thead><tr><th rowspan=2>任务<th colspan='2'>季度<tr><th>一<th>二</thead><tr><td rowspan=2>甲<td>1<td>2<tr><td colspan=9>3</table>")
            .ShouldBe(["表一", "|0[1x2] 任务|1[2x1] 季度|", "|1 一|2 二|", "|0[1x2] 甲|1 1|2 2|", "|1[2x1] 3|"]);

    [Fact]
    public void Read_HugeSpans_ReachNoFartherThanTheTable() =>
        Shown("<table><tr><td rowspan=1000000000>甲<td colspan=99999999999>乙<tr><td>丙<td>丁<tr><td rowspan=0>戊<td rowspan=-3>己</table>")
            .ShouldBe(["|0[1x3] 甲|1[2x1] 乙|", "|1 丙|2 丁|", "|1 戊|2 己|"]);

    [Fact]
    public void Read_CellMarkup_GivesParagraphsAndBoldRuns() =>
        Shown("<table><tr><td><p><strong>一季度：</strong>选址。<p><span style='FONT-WEIGHT: 700'>二季度：</span>开工<br>建设。<td>x<script>alert(1)</script><style>b{}</style><!-- c --></table>")
            .ShouldBe(["|0 *一季度：*选址。¶*二季度：*开工¶建设。|1 x|"]);

    [Fact]
    public void Read_TableInACell_KeepsItsWords() =>
        Shown("<table><tr><td>甲<table><tr><td>乙<td>丙</table><td>丁<td>戊</table>").ShouldBe(["|0 甲¶乙¶丙|1 丁|2 戊|"]);

    [Fact]
    public void Read_TableForLayout_GivesWayToTheOneInside() =>
        Shown("<table><tr><td>栏目<td><table><tr><td>乙<td>丙<tr><td>丁<td>戊</table></table>").ShouldBe(["栏目", "|0 乙|1 丙|", "|0 丁|1 戊|"]);

    [Fact]
    public void Read_WhatWouldLoad_IsPassedOver() =>
        Shown("<link rel=stylesheet href='http://127.0.0.1:1/x.css'><img src='http://127.0.0.1:1/x.png' onerror=x()><iframe src='file:///etc/passwd'>a</iframe><object data=x>b</object>甲")
            .ShouldBe(["甲"]);

    [Fact]
    public void Read_ElementsBeyondTheLimit_AreRefused() =>
        Should.Throw<PlanFormatException>(() => Blocks.Read("<html><p><p><p><p>"u8.ToArray(), options: ReaderOptions.Default with { MaxPageElements = 5 }))
            .Reason.ShouldBe(PlanFormatReason.TooComplex);
}
