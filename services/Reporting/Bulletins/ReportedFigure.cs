using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>A quantity of a report, told in the quarter, in the year so far, and against the annual target.</summary>
static class ReportedFigure
{
    public const string Formula = "reported";
    public const string ShareFormula = "year to date / annual target";

    const int LongestMeasure = 40;

    public static IEnumerable<Inline> Told(Draft draft, KnownTask task, AcceptedReport report, AcceptedFigure figure)
    {
        var words = draft.Words;
        var measure = Texts.Excerpt(figure.Measure, LongestMeasure);
        var label = words.Format("FigurePeriod", report.Period switch { "h1" => words.YearTo(2), "h2" => words["SecondHalf"], _ => draft.Quarter }, measure);
        yield return new Run(Texts.BeforeNumber(label));
        yield return new Quote(Add(draft, label, figure.Period, task, report, figure));
        if (figure.YearToDate != figure.Period)
        {
            yield return new Run(words.Format("FigureYearToDateShort", words.YearTo(report.Quarter)));
            var total = words.Format("FigureYearToDate", words.YearTo(report.Quarter), measure);
            yield return new Quote(Add(draft, total, figure.YearToDate, task, report, figure));
        }

        if (Share(task, figure) is not { } share) yield break;
        yield return new Run(words["FigureShare"]);
        var of = words.Format("ShareLabel", words.YearTo(report.Quarter), measure);
        yield return new Quote(draft.Figures.Add(
            of, share, words["PercentUnit"], ShareFormula, [FigureSource.Of(task, report, figure, figure.YearToDate)]));
    }

    static Figure Add(Draft draft, string label, decimal value, KnownTask task, AcceptedReport report, AcceptedFigure figure) =>
        draft.Figures.Add(label, value, Texts.Line(figure.Unit), Formula, [FigureSource.Of(task, report, figure, value)]);

    /// <summary>
    /// Per cent of the annual target, to one decimal; null where the figure answers no amount that the annual target promises to reach.
    /// </summary>
    static decimal? Share(KnownTask task, AcceptedFigure figure)
    {
        var promise = task.Promises.FirstOrDefault(p => p.Commitment == figure.Commitment);
        if (promise is null or { Adds: false }) return null;
        var annual = task.Promises.Where(p => p.Annual && p.Measure == promise.Measure && p.Unit == promise.Unit).ToList();
        return annual is [{ Floor: true, Adds: true, Value: > 0 } target]
            ? Math.Round(figure.YearToDate / target.Value * 100, 1, MidpointRounding.AwayFromZero)
            : null;
    }
}
