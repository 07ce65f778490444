using System.Globalization;
using System.Xml.Linq;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Documents;

/// <summary>A bar chart in DrawingML (ECMA-376 part 1, 21.2), with its values cached beside the references to its sheet.</summary>
static class ChartXml
{
    static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheet">Name of the sheet with categories in column A from row 2 and a series in each column from B.</param>
    /// <param name="workbook">Relationship of the embedded workbook; null where the chart stands in the workbook itself.</param>
    public static XDocument Of(Chart chart, string sheet, string? workbook)
    {
        // Names beside the bars where there are too many to stand below them.
        var lying = chart.Lies;
        var bars = new XElement(C + "barChart", Val("barDir", lying ? "bar" : "col"), Val("grouping", chart.Stacked ? "stacked" : "clustered"), Val("varyColors", "0"),
            chart.Series.Select((series, at) => Series(chart, series, at, sheet)), Val("gapWidth", "60"), chart.Stacked ? Val("overlap", "100") : null, Val("axId", "1"), Val("axId", "2"));
        var plot = new XElement(C + "plotArea", new XElement(C + "layout"), bars,
            Axis("catAx", "1", "2", lying ? "l" : "b", "General", lying ? "maxMin" : "minMax"),
            Axis("valAx", "2", "1", lying ? "b" : "l", "0", "minMax", Val("crossBetween", "between"), Val("majorUnit", Step(chart).ToString(CultureInfo.InvariantCulture))));
        return new(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", R), Val("roundedCorners", "0"),
            new XElement(C + "chart", Title(chart.Title), Val("autoTitleDeleted", "0"), plot,
                chart.Series.Count > 1 ? new XElement(C + "legend", Val("legendPos", "b"), Val("overlay", "0")) : null, Val("plotVisOnly", "1"), Val("dispBlanksAs", "gap")),
            workbook is null ? null : new XElement(C + "externalData", new XAttribute(R + "id", workbook), Val("autoUpdate", "0"))));
    }

    static XElement Series(Chart chart, ChartSeries series, int at, string sheet)
    {
        var (column, last) = ((char)('B' + at), chart.Categories.Count + 1);
        var name = $"'{sheet}'!";
        return new(C + "ser", Val("idx", $"{at}"), Val("order", $"{at}"),
            new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", $"{name}${column}$1"), Cache("strCache", [series.Name]))),
            new XElement(C + "spPr", Fill(series.Colour), new XElement(A + "ln", new XAttribute("w", 6350), Fill("FFFFFF"))), Val("invertIfNegative", "0"), Numbers(chart, series),
            new XElement(C + "cat", new XElement(C + "strRef", new XElement(C + "f", $"{name}$A$2:$A${last}"), Cache("strCache", chart.Categories))),
            new XElement(C + "val", new XElement(C + "numRef", new XElement(C + "f", $"{name}${column}$2:${column}${last}"),
                Cache("numCache", [.. series.Values.Select(Texts.Number)]))));
    }

    /// <summary>Each bar has its number, so that it is read in black and white: within it where bars stand on each other, else at its end. None for nothing.</summary>
    static XElement Numbers(Chart chart, ChartSeries series) => new(C + "dLbls",
        Val("numFmt", "", ("formatCode", "General;;"), ("sourceLinked", "0")),
        new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", 900),
            Fill(chart.Stacked && Colours.IsDark(series.Colour) ? "FFFFFF" : "000000"))), new XElement(A + "endParaRPr", new XAttribute("lang", "zh-CN")))),
        Val("dLblPos", chart.Stacked ? "ctr" : "outEnd"), Val("showLegendKey", "0"), Val("showVal", "1"), Val("showCatName", "0"), Val("showSerName", "0"), Val("showPercent", "0"), Val("showBubbleSize", "0"));

    static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    static XElement Cache(string kind, IReadOnlyList<string> values) => new(C + kind,
        kind == "numCache" ? new XElement(C + "formatCode", "General") : null, Val("ptCount", values.Count.ToString(CultureInfo.InvariantCulture)),
        values.Select((value, at) => new XElement(C + "pt", new XAttribute("idx", at), new XElement(C + "v", value))));

    /// <summary>The distance of two lines of the scale: 1, 2 or 5 times a power of ten, so that at most ten are drawn and none stands for a part of a task.</summary>
    static int Step(Chart chart)
    {
        var highest = chart.Stacked
            ? chart.Categories.Select((_, at) => chart.Series.Sum(s => s.Values[at])).DefaultIfEmpty(0).Max()
            : chart.Series.SelectMany(s => s.Values).DefaultIfEmpty(0).Max();
        for (var power = 1; power < 100_000_000; power *= 10)
            foreach (var step in (int[])[power, 2 * power, 5 * power])
                if (highest <= step * 10m) return step;
        return 1_000_000_000;
    }

    static XElement Axis(string kind, string id, string other, string position, string format, string orientation, params XElement[] scale) => new(
        C + kind, Val("axId", id), new XElement(C + "scaling", Val("orientation", orientation), kind == "valAx" ? Val("min", "0") : null),
        Val("delete", "0"), Val("axPos", position), Val("numFmt", format, ("formatCode", format), ("sourceLinked", "0")), Val("majorTickMark", "out"), Val("minorTickMark", "none"),
        Val("tickLblPos", "nextTo"), Val("crossAx", other), Val("crosses", scale.Length > 0 && position == "b" ? "max" : "autoZero"), scale);

    static XElement Title(string text) => new(C + "title",
        new XElement(C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), new XElement(A + "p",
            new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", 1200), new XAttribute("b", 0))),
            new XElement(A + "r", new XElement(A + "rPr", new XAttribute("sz", 1200), new XAttribute("b", 0)), new XElement(A + "t", text))))), Val("overlay", "0"));

    static XElement Val(string name, string value, params (string Name, string Value)[] attributes) => attributes.Length > 0
        ? new(C + name, attributes.Select(a => new XAttribute(a.Name, a.Value)))
        : new(C + name, new XAttribute("val", value));
}
