using System.IO.Compression;
using System.Text;
using Shouldly;
using Suite.Tasks.Decomposition.Documents;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Documents;

public sealed class FormTests
{
    private const string Csv = "年度目标,季度安排,牵头单位\n1. 做好。,一季度：做。,市局\n";

    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public void Read_TabbedText_StaysText() =>
        Blocks.Read(Encoding.UTF8.GetBytes(Samples.Table)).Form.ShouldBe(DocumentForm.Text);

    [Theory]
    [InlineData(Csv, "", "", nameof(DocumentForm.Separated))]
    [InlineData("一封信\n\n没有表，只有字, 和字\n", "", "", nameof(DocumentForm.Text))]
    [InlineData("一封信\n", "text/csv; charset=utf-8", "", nameof(DocumentForm.Separated))]
    [InlineData("一封信\n", "", "Plan.CSV", nameof(DocumentForm.Separated))]
    [InlineData("甲\t\"乙\n丙\"\t丁\n", "", "", nameof(DocumentForm.Separated))]
    [InlineData("甲\t\"乙\"\t<b>丁</b>\n", "", "", nameof(DocumentForm.Text))]
    [InlineData(" \n<!DOCTYPE html><p>甲", "text/plain", "", nameof(DocumentForm.Html))]
    [InlineData("<?xml version=\"1.0\"?>\n<html><body>甲</body></html>", "", "", nameof(DocumentForm.Html))]
    [InlineData("<center>\n\t<table border=1><tr><td>甲</td></tr></table></center>", "", "", nameof(DocumentForm.Html))]
    [InlineData("<p>甲</p>\t<b>乙</b>\n", "", "", nameof(DocumentForm.Text))]
    public void Read_FormsOfText_AreToldApart(string text, string contentType, string fileName, string form) =>
        Blocks.Read(Encoding.UTF8.GetBytes(text), contentType, fileName).Form.ToString().ShouldBe(form);

    [Fact]
    public void Read_EveryEncoding_GivesTheSameTextAndTellsTheEncoding()
    {
        foreach (var (bytes, told) in new (byte[], string?)[]
        {
            (Encoding.UTF8.GetBytes(Csv), null), ([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv)], null), (Gb.GetBytes(Csv), "GB18030"),
            ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)], "UTF-16"), ([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Csv)], "UTF-16BE"),
        })
        {
            var file = Blocks.Read(bytes);
            Blocks.Show(file.Document).ShouldBe(["|0 年度目标|1 季度安排|2 牵头单位|", "|0 1.做好。|1 一季度：做。|2 市局|"]);
            if (told is null) file.Notices.ShouldBeEmpty();
            else file.Notices.ShouldHaveSingleItem().Why.ShouldContain(told);
        }
    }

    [Fact]
    public void Read_BrokenUtf8_IsNotTakenForGb18030()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("各单位推进重点任务，", 50)));
        bytes[bytes.Length / 2] = 0xFF;
        Should.Throw<PlanFormatException>(() => Blocks.Read(bytes)).Reason.ShouldBe(PlanFormatReason.InvalidUtf8);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "PDF")]
    [InlineData("{\\rtf1\\ansi", "RTF")]
    [InlineData("\u0089PNG\r\n", "PNG")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1....", ".doc")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "password")]
    public void Read_OtherForms_AreNamedInTheRefusal(string bytes, string named)
    {
        var refused = Should.Throw<PlanFormatException>(() => Blocks.Read(Encoding.Latin1.GetBytes(bytes), "text/csv", "plan.docx"));
        refused.Reason.ShouldBe(PlanFormatReason.UnsupportedForm);
        refused.Message.ShouldContain(named);
        refused.Expected.ShouldContain(".docx");
    }

    [Fact]
    public void Read_AnotherZip_IsRefused()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("readme.txt");
        Should.Throw<PlanFormatException>(() => Blocks.Read(zip.ToArray())).Reason.ShouldBe(PlanFormatReason.UnsupportedForm);
    }
}
