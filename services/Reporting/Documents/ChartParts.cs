using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Chart = Suite.Reporting.Papers.Chart;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Suite.Reporting.Documents;

/// <summary>Puts native charts into a Word document; the data of each lie in a workbook inside it, so that it can be edited.</summary>
sealed class ChartParts(MainDocumentPart main)
{
    const string Workbook = "rData";
    const string Sheet = "data";
    const long Height = 2_900_000;

    /// <summary>Of a category whose bar lies.</summary>
    const long Line = 240_000;

    /// <summary>Head, scale and legend.</summary>
    const long Around = 1_100_000;

    /// <summary>What a page holds beside its caption.</summary>
    const long Tallest = 7_400_000;

    /// <summary>English Metric Units in a twentieth of a point.</summary>
    const long Emu = 635;

    int _charts;

    /// <param name="width">In twentieths of a point.</param>
    public Paragraph Write(Chart chart, int width)
    {
        var number = ++_charts;
        var id = $"rChart{number.ToString(CultureInfo.InvariantCulture)}";
        var part = main.AddNewPart<ChartPart>(id);
        var data = part.AddNewPart<EmbeddedPackagePart>(XlsxWriter.ContentType, Workbook);
        using (var workbook = new MemoryStream(XlsxWriter.WriteData(chart, Sheet))) data.FeedData(workbook);
        Feed(part, ChartXml.Of(chart, Sheet, Workbook));
        var extent = (Cx: width * Emu, Cy: chart.Lies ? Math.Min(Tallest, Around + (chart.Categories.Count * Line)) : Height);
        var drawing = new Drawing(new Inline(
            new Extent { Cx = extent.Cx, Cy = extent.Cy },
            new DocProperties { Id = (uint)number, Name = $"chart {number}", Description = chart.Title },
            new DocumentFormat.OpenXml.Drawing.Graphic(new DocumentFormat.OpenXml.Drawing.GraphicData(
                new DocumentFormat.OpenXml.Drawing.Charts.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
        });
        // The style's lines are of one height; a drawing needs a line of its own height.
        return new(
            new ParagraphProperties(
                new ParagraphStyleId { Val = "TableText" }, new SpacingBetweenLines { Before = "120", After = "60", Line = "240", LineRule = LineSpacingRuleValues.Auto },
                new Justification { Val = JustificationValues.Center }),
            new Run(drawing));
    }

    internal static void Feed(OpenXmlPart part, XDocument xml)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new() { Encoding = new System.Text.UTF8Encoding(false) })) xml.Save(writer);
        buffer.Position = 0;
        part.FeedData(buffer);
    }
}
