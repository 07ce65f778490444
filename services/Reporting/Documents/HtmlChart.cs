using System.Globalization;
using System.Text;
using Suite.Reporting.Papers;
using static Suite.Reporting.Documents.HtmlWriter;

namespace Suite.Reporting.Documents;

/// <summary>
/// A chart as an inline drawing with a name; its numbers stand in the table beside it. Bars stand, or lie where there are too many for their names below;
/// each bar has its number, so that it is read without colours.
/// </summary>
static class HtmlChart
{
    const decimal Width = 900;

    /// <summary>For the names of bars that lie; in letters of <see cref="Letter"/>.</summary>
    const int Named = 20;

    const decimal Letter = 13;
    const decimal Line = 26;
    const decimal Standing = 240;
    const decimal Top = 20;
    const decimal Below = 24;

    public static string Of(Chart chart)
    {
        var height = chart.Lies ? (chart.Categories.Count * Line) + Top : Standing;
        var svg = new StringBuilder($"<figure><figcaption>{Encode(chart.Title)}</figcaption>{Wide}<svg role=\"img\" aria-label=\"{Encode(chart.Title)}\" viewBox=\"0 0 {N(Width)} {N(height)}\" width=\"100%\">\n");
        var slot = chart.Lies ? Line : Width / Math.Max(1, chart.Categories.Count);
        var highest = Math.Max(1, chart.Stacked
            ? chart.Categories.Select((_, at) => chart.Series.Sum(s => Math.Max(0, s.Values[at]))).DefaultIfEmpty(1).Max()
            : chart.Series.SelectMany(s => s.Values).DefaultIfEmpty(1).Max());
        foreach (var (at, category) in chart.Categories.Index())
        {
            foreach (var bar in Bars(chart, at, slot, highest)) Draw(svg, chart, bar);
            Name(svg, chart, category, (at + 0.5m) * slot);
        }

        svg.Append("</svg></div>");
        if (chart.Series.Count > 1)
            svg.Append("<p class=\"legend\">").AppendJoin(' ', chart.Series.Select(s => $"<span style=\"color:#{s.Colour}\">■</span>{Encode(s.Name)}")).Append("</p>");
        return svg.Append("</figure>\n").ToString();
    }

    static void Name(StringBuilder svg, Chart chart, string category, decimal middle) => svg.Append(chart.Lies
        ? $"<text x=\"{N((Named * Letter) - 6)}\" y=\"{N(middle + 4)}\" font-size=\"{N(Letter)}\" text-anchor=\"end\">{Encode(Texts.Excerpt(category, Named - 2))}</text>\n"
        : $"<text x=\"{N(middle)}\" y=\"{N(Standing - Below + 16)}\" font-size=\"{N(Letter)}\" text-anchor=\"middle\">{Encode(Texts.Excerpt(category, Math.Max(10, (int)(Width / chart.Categories.Count / Letter) - 2)))}</text>\n");

    /// <summary>Along: from where the bars begin, of what is measured. Across: along the names.</summary>
    sealed record Bar(ChartSeries Series, decimal Value, decimal Start, decimal Length, decimal Across, decimal Thick);

    static IEnumerable<Bar> Bars(Chart chart, int at, decimal slot, decimal highest)
    {
        var (start, thick) = (0m, slot * 0.6m / (chart.Stacked ? 1 : Math.Max(1, chart.Series.Count)));
        // At the end of the longest bar there is room for its number.
        var room = chart.Lies ? Width - (Named * Letter) - 50 : Standing - Top - Below;
        foreach (var (order, series) in chart.Series.Index())
        {
            var length = Math.Max(0, series.Values[at]) / highest * room;
            if (length <= 0) continue;
            yield return new(series, series.Values[at], start, length, (at * slot) + (slot * 0.2m) + (chart.Stacked ? 0 : order * thick), thick);
            if (chart.Stacked) start += length;
        }
    }

    static void Draw(StringBuilder svg, Chart chart, Bar bar)
    {
        var (left, top, wide, tall) = chart.Lies
            ? ((Named * Letter) + bar.Start, bar.Across, bar.Length, bar.Thick)
            : (bar.Across, Standing - Below - bar.Start - bar.Length, bar.Thick, bar.Length);
        var number = Texts.Number(bar.Value);
        svg.Append($"<rect x=\"{N(left)}\" y=\"{N(top)}\" width=\"{N(wide)}\" height=\"{N(tall)}\" fill=\"#{bar.Series.Colour}\" stroke=\"#fff\"><title>{Encode(bar.Series.Name)} {number}</title></rect>\n");
        // Inside where bars stand on each other, else at their ends; none where there is no room for it.
        if (chart.Stacked ? wide < number.Length * Letter * 0.7m || tall < Letter : bar.Thick < Letter - 2) return;
        var (x, y) = chart.Stacked ? (left + (wide / 2), top + (tall / 2) + 4) : chart.Lies ? (left + wide + 22, top + (tall / 2) + 4) : (left + (wide / 2), top - 4);
        svg.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(Letter - 1)}\" text-anchor=\"middle\"{(chart.Stacked && Colours.IsDark(bar.Series.Colour) ? " fill=\"#fff\"" : "")}>{number}</text>\n");
    }

    static string N(decimal number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
