using System.Globalization;
using System.Text;
using Suite.Reporting.Papers;
using static Suite.Reporting.Documents.HtmlWriter;

namespace Suite.Reporting.Documents;

/// <summary>A chart as an inline drawing with a name; its numbers stand in the table beside it.</summary>
static class HtmlChart
{
    const int Width = 900;
    const int Height = 240;
    const int Base = 200;
    const int Top = 20;

    public static string Of(Chart chart)
    {
        var svg = new StringBuilder($"<figure><figcaption>{Encode(chart.Title)}</figcaption><svg role=\"img\" aria-label=\"{Encode(chart.Title)}\" viewBox=\"0 0 {Width} {Height}\" width=\"100%\">\n");
        var slot = (decimal)Width / Math.Max(1, chart.Categories.Count);
        var highest = Math.Max(1, chart.Stacked
            ? chart.Categories.Select((_, at) => chart.Series.Sum(s => Math.Max(0, s.Values[at]))).DefaultIfEmpty(1).Max()
            : chart.Series.SelectMany(s => s.Values).DefaultIfEmpty(1).Max());
        foreach (var (at, category) in chart.Categories.Index())
        {
            svg.Append(Column(chart, at, slot, highest));
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N((at + 0.5m) * slot)}\" y=\"{Base + 16}\" font-size=\"11\" text-anchor=\"middle\">{Encode(Texts.Excerpt(category, 12))}</text>\n");
        }

        svg.Append("</svg><p>").AppendJoin(' ', chart.Series.Select(s => $"<span style=\"color:#{s.Colour}\">■</span>{Encode(s.Name)}")).Append("</p></figure>\n");
        return svg.ToString();
    }

    static string Column(Chart chart, int at, decimal slot, decimal highest)
    {
        var (bars, floor, wide) = (new StringBuilder(), (decimal)Base, slot * 0.6m / (chart.Stacked ? 1 : chart.Series.Count));
        foreach (var (order, series) in chart.Series.Index())
        {
            var tall = Math.Max(0, series.Values[at]) / highest * (Base - Top);
            var left = (at * slot) + (slot * 0.2m) + (chart.Stacked ? 0 : order * wide);
            var top = (chart.Stacked ? floor : Base) - tall;
            if (tall > 0)
                bars.Append($"<rect x=\"{N(left)}\" y=\"{N(top)}\" width=\"{N(wide)}\" height=\"{N(tall)}\" fill=\"#{series.Colour}\"><title>{Encode(series.Name)} {Texts.Number(series.Values[at])}</title></rect>\n");
            if (chart.Stacked) floor = top;
        }

        return bars.ToString();
    }

    static string N(decimal number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
