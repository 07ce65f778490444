using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Shouldly;
using Suite.Reporting.Documents;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Tests.Documents;

public sealed class ChartTests
{
    static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    [Fact]
    public void Lights_InBlackAndWhite_CanBeToldApart()
    {
        var shades = Charts(PaperKind.Bulletin)[0].Series.Select(s => Luminance(s.Colour)).Order().ToList();

        shades.Count.ShouldBe(4);
        shades.Zip(shades.Skip(1), (dark, light) => (light + 0.05) / (dark + 0.05)).ShouldAllBe(contrast => contrast > 1.5);
    }

    [Fact]
    public void Docx_Bars_HaveTheirNumbers()
    {
        using var zip = new ZipArchive(new MemoryStream(DocxWriter.Write(Paper(PaperKind.LeagueTable))));

        foreach (var entry in zip.Entries.Where(e => e.FullName.Contains("charts/chart", StringComparison.Ordinal)))
        {
            using var part = entry.Open();
            XDocument.Load(part).Descendants(C + "ser").ShouldAllBe(s => s.Element(C + "dLbls")!.Element(C + "showVal")!.Attribute("val")!.Value == "1");
        }
    }

    [Fact]
    public void Html_ManyCategories_LieBelowEachOtherAndOverlapNowhere()
    {
        var names = Enumerable.Range(1, 20).Select(n => $"市第{n}项目建设工作领导小组办公室").ToList();
        var chart = new Chart("得分", names, [new("得分", "1E88E5", [.. names.Select((_, at) => 100m - at)])], Stacked: false);
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(HtmlWriter.Write(Paper(PaperKind.Bulletin) with { Blocks = [chart] })));

        var lines = page.QuerySelectorAll("svg text[text-anchor=end]").Select(t => double.Parse(t.GetAttribute("y")!, CultureInfo.InvariantCulture)).ToList();
        lines.Count.ShouldBe(20);
        lines.Zip(lines.Skip(1), (a, b) => b - a).ShouldAllBe(distance => distance > 15);
        var box = page.QuerySelector("svg")!.GetAttribute("viewBox")!.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
        page.QuerySelectorAll("svg rect").ShouldAllBe(r => double.Parse(r.GetAttribute("x")!, CultureInfo.InvariantCulture) + double.Parse(r.GetAttribute("width")!, CultureInfo.InvariantCulture) <= box[2]);
        lines[^1].ShouldBeLessThan(box[3]);
    }

    [Fact]
    public void Html_TablesAndCharts_AreMovedWithinTheScreen()
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(HtmlWriter.Write(Paper(PaperKind.Bulletin))));

        page.QuerySelectorAll("table, svg").ShouldAllBe(e => e.ParentElement!.ClassName == "wide" && e.ParentElement.HasAttribute("tabindex"));
    }

    [Fact]
    public void Chart_OfSomeOfTheUnits_SaysSo()
    {
        var few = Charts(PaperKind.LeagueTable)[0];
        few.Title.ShouldNotContain("前");
        Sample.Paper(Sample.Quarter(200), PaperKind.LeagueTable).Blocks.OfType<Chart>().First().Title.ShouldEndWith("（前20名）");
    }

    static Paper Paper(PaperKind kind) => Sample.Paper(Sample.Quarter(), kind);

    static List<Chart> Charts(PaperKind kind) => [.. Paper(kind).Blocks.OfType<Chart>()];

    static double Luminance(string colour)
    {
        var parts = new[] { 0, 2, 4 }.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
