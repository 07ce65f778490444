using Suite.Reporting.V1;
using Suite.Tasks.V1;
using FigureSource = Suite.Reporting.V1.FigureSource;

namespace Suite.Year.Tests;

/// <summary>Figures of reports as documents tell them, made again from the books of indicators and the promises of the plan.</summary>
static class Told
{
    /// <summary>Reports of a section that a document tells in full.</summary>
    public const int MostOfASection = 8;

    /// <summary>Enough of a measure to tell it by; long ones are cut in labels.</summary>
    const int Enough = 10;

    static readonly string[] YearTo = ["一季度", "上半年", "前三季度", "全年"];

    /// <summary>What a figure of a report has to be.</summary>
    /// <param name="source">Where its trace leads.</param>
    public static decimal Of(Books books, ReportFigure figure, FigureSource source)
    {
        var (reported, task) = (books.Figures[(source.ProgressReport, source.Commitment)], books.TaskByName[source.Task]);
        var promise = task.Promises.Single(p => p.Commitment.Name == source.Commitment);
        if (figure.Formula != "reported") return Share(task, promise, reported.YearToDate);
        var measure = Plain(promise.Commitment.Measure);
        var quarter = books.ReportByName[source.ProgressReport].Quarter;
        var total = Plain(figure.Label).StartsWith($"{YearTo[quarter - 1]}累计{measure[..Math.Min(Enough, measure.Length)]}", StringComparison.Ordinal);
        return total ? reported.YearToDate : reported.Period;
    }

    /// <summary>Of the one amount that the annual target promises of the measure.</summary>
    static decimal Share(BookedTask task, Promise promise, decimal yearToDate) => Numbers.Percent(
        yearToDate, task.Promises.Single(p => p.Annual && p.Commitment.Measure == promise.Commitment.Measure && p.Commitment.Unit == promise.Commitment.Unit).Value);

    /// <summary>The annex of the work report, figure for figure: three counts, then for each annual quantity what is promised, reached, and its share.</summary>
    /// <param name="before">Of the plan of the year before; null where there is none.</param>
    public static IReadOnlyList<(string Formula, decimal Value)> Annex(Books books, Books? before, int quarter)
    {
        var rows = books.Tasks.SelectMany(t => t.Promises.Where(p => p.Annual).Select(p => (Promise: p, Reached: Reached(books, t, Same(p, t), quarter), Before: Before(before, p, quarter)))).ToList();
        var reported = rows.Where(r => r.Reached is not null).ToList();
        return
        [
            ("count(annual quantities)", rows.Count), ("count(annual quantities, reported)", reported.Count),
            ("count(annual quantities, reached)", reported.Count(r => AtLeast(r.Promise) ? r.Reached?.Value >= r.Promise.Value : r.Reached?.Value <= r.Promise.Value)),
            .. rows.SelectMany(r => Row(r.Promise, r.Reached, r.Before, quarter)),
        ];
    }

    static IEnumerable<(string, decimal)> Row(Promise promise, Booked? reached, decimal? before, int quarter)
    {
        yield return ("promised", promise.Value);
        if (reached is not null) yield return ("reported", reached.Value);
        if (reached is not null && promise.AddsUp && AtLeast(promise) && promise.Value > 0) yield return ("year to date / annual target", Numbers.Percent(reached.Value, promise.Value));
        if (before is not { } last) yield break;
        yield return ("reported", last);
        if (last > 0 && reached?.Quarter == quarter)
            yield return ("year to date / last year to date - 1", Math.Round(((reached.Value / last) - 1) * 100, 1, MidpointRounding.AwayFromZero));
    }

    /// <summary>What the one task of the year before that promised the same amount in the same unit had reached by the end of the quarter; null for none and for more than one.</summary>
    static decimal? Before(Books? books, Promise promise, int quarter)
    {
        if (books is null || promise.Commitment.GrowthRate) return null;
        BookedTask[] tasks = [.. books.Tasks.Where(t => Same(promise, t).Any())];
        return tasks is [var task] && Reached(books, task, Same(promise, task), quarter) is { } reached && reached.Quarter == quarter ? reached.Value : null;
    }

    /// <summary>The commitments of the task that promise the same measure.</summary>
    static HashSet<string> Same(Promise promise, BookedTask task) => [.. task.Promises
        .Where(p => (p.Commitment.Measure, p.Commitment.Unit, p.Commitment.GrowthRate) == (promise.Commitment.Measure, promise.Commitment.Unit, promise.Commitment.GrowthRate)).Select(p => p.Commitment.Name)];

    /// <summary>The last accepted figure of the year so far; later quarters go before earlier ones.</summary>
    static Booked? Reached(Books books, BookedTask task, HashSet<string> same, int until)
    {
        var found = from report in books.Reports
                    where report.Task == task.Name && report.Quarter <= until
                    from promise in task.Promises
                    where same.Contains(promise.Commitment.Name) && books.Figures.ContainsKey((report.Name, promise.Commitment.Name))
                    orderby report.Quarter, report.Reviewer.Time, promise.Ordinal, report.Name
                    select new Booked(books.Figures[(report.Name, promise.Commitment.Name)].YearToDate, report.Quarter);
        return found.LastOrDefault();
    }

    sealed record Booked(decimal Value, int Quarter);

    static bool AtLeast(Promise promise) => promise.Commitment.Comparator is not (Comparator.Le or Comparator.Lt);

    /// <summary>Without white space, which labels drop.</summary>
    static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
