using Suite.Reporting.Facts;

namespace Suite.Reporting.Papers;

/// <summary>政府工作报告附表: what was promised for the year and what has been reached, measure by measure, with growth where it was promised.</summary>
static class WorkReportText
{
    const int LongestMeasure = 60;

    public static PaperBody Compose(Draft draft)
    {
        var words = draft.Words;
        var rows = draft.Plan!.Tasks.SelectMany(task => task.Promises.Where(p => p.Annual).Select(promise => (task, promise, Reached(draft, task, promise)))).ToList();
        return new(
            [words.Format("AnnexedTitle", draft.Facts.Plan.Year), words.Format("AnnexedTitleWhat", words.YearTo(draft.Facts.Quarter))], "",
            [
                new Paragraph(Lead(draft, rows), "lead"),
                new Table(words["AnnexedTable"],
                    [
                        new(words["ColumnNumber"]), new(words["ColumnMeasure"], Centred: false), new(words["ColumnPromised"]), new(words["ColumnReached"]),
                        new(words["ColumnShareShort"]), new(words["ColumnLastYear"]), new(words["ColumnGrowthShort"]),
                        new(words["ColumnUnit"], Centred: false), new(words["ColumnMarks"]),
                    ], [.. rows.Select(r => Row(draft, r.task, r.promise, r.Item3))]),
            ], "");
    }

    /// <summary>The latest accepted figure for the same measure, up to the draft's quarter.</summary>
    static (AcceptedReport Report, AcceptedFigure Figure)? Reached(Draft draft, KnownTask task, Promise promise) =>
        Latest(draft.Plan!, draft.Facts.Quarter, task, p => p.Measure == promise.Measure && p.Unit == promise.Unit && p.GrowthRate == promise.GrowthRate);

    static (AcceptedReport Report, AcceptedFigure Figure)? Latest(PlanFacts plan, int until, KnownTask task, Func<Promise, bool> which)
    {
        var same = task.Promises.Where(which).Select(p => p.Commitment).ToHashSet();
        for (var quarter = until; quarter > 0 && same.Count > 0; quarter--)
        {
            var found = plan.Quarter(quarter).Tasks.Where(t => t.Task.Name == task.Name).SelectMany(t => t.Accepted.SelectMany(r => r.Figures.Select(f => (Report: r, Figure: f))))
                .Where(x => same.Contains(x.Figure.Commitment)).OrderBy(x => x.Report.Reviewer.Time).ThenBy(x => x.Figure.Ordinal).ToList();
            if (found.Count > 0) return found[^1];
        }

        return null;
    }

    /// <summary>
    /// The same measure in last year's plan, as far as the same quarter; only where exactly one of its tasks promises it in the same unit, and for amounts
    /// alone: growth rates are not set beside one another.
    /// </summary>
    static (KnownTask Task, AcceptedReport Report, AcceptedFigure Figure)? Before(Draft draft, Promise promise)
    {
        if (draft.Plan!.LastYear is not { } last || promise.GrowthRate) return null;
        var tasks = last.Tasks.Where(t => t.Promises.Any(Same)).ToList();
        return tasks is [var task] && Latest(last, draft.Facts.Quarter, task, Same) is var (report, figure) && report.Quarter == draft.Facts.Quarter ? (task, report, figure) : null;

        bool Same(Promise p) => p.Measure == promise.Measure && p.Unit == promise.Unit && !p.GrowthRate;
    }

    static IReadOnlyList<Inline> Lead(Draft draft, List<(KnownTask Task, Promise Promise, (AcceptedReport, AcceptedFigure)? Reached)> rows)
    {
        var words = draft.Words;
        var reported = rows.Where(r => r.Reached is not null).ToList();
        var met = reported.Where(r => Meets(r.Promise, r.Reached!.Value.Item2)).ToList();
        return Sentence.Fill(words.Format("AnnexedLead", draft.Day),
            Quoted("AnnexedPromised", "count(annual quantities)", rows), Quoted("AnnexedReported", "count(annual quantities, reported)", reported), Quoted("AnnexedMet", "count(annual quantities, reached)", met));

        Quote Quoted(string key, string formula, List<(KnownTask Task, Promise Promise, (AcceptedReport, AcceptedFigure)? Reached)> counted) => new(
            draft.Figures.Add(words[key], counted.Count, words.Unit("QuantityUnit", counted.Count), formula, counted.Select(c => FigureSource.Of(c.Task))));
    }

    static bool Meets(Promise promise, AcceptedFigure figure) => promise.Floor ? figure.YearToDate >= promise.Value : figure.YearToDate <= promise.Value;

    static IReadOnlyList<Inline> Row(Draft draft, KnownTask task, Promise promise, (AcceptedReport Report, AcceptedFigure Figure)? reached)
    {
        var (words, measure) = (draft.Words, Texts.Excerpt(promise.Measure, LongestMeasure));
        var unit = Texts.Line(promise.Unit);
        var target = draft.Figures.Add(words.Format("SectionLabel", measure, words["ColumnPromised"]), promise.Value, unit, "promised", [FigureSource.Of(task) with { Commitment = promise.Commitment }]);
        List<Inline> row = [new Run($"{task.Number}"), new Run(unit.Length > 0 ? measure + words.Format("InBrackets", unit) : measure), new Cell(target)];
        var last = target;
        if (reached is var (report, figure))
        {
            var source = FigureSource.Of(task, report, figure, figure.YearToDate);
            last = draft.Figures.Add(words.Format("SectionLabel", measure, words["ColumnReached"]), figure.YearToDate, unit, Bulletins.ReportedFigure.Formula, [source]);
            row.Add(new Cell(last));
            if (promise is { Adds: true, Floor: true, Value: > 0 })
                row.Add(new Cell(last = draft.Figures.Add(
                    words.Format("SectionLabel", measure, words["ColumnShare"]), Math.Round(figure.YearToDate / promise.Value * 100, 1, MidpointRounding.AwayFromZero), words["PercentUnit"],
                    Bulletins.ReportedFigure.ShareFormula, [source])));
            else row.Add(new Run(words["NoValue"]));
        }
        else row.AddRange([new Run(words["NotReported"]), new Run(words["NoValue"])]);

        return [.. row, .. Beside(), new Run(Tables.Units(task.LeadUnits)), new Marks(target, last)];

        IEnumerable<Inline> Beside()
        {
            if (Before(draft, promise) is not var (lastTask, lastReport, lastFigure)) return [new Run(words["NoValue"]), new Run(words["NoValue"])];
            var source = FigureSource.Of(lastTask, lastReport, lastFigure, lastFigure.YearToDate);
            last = draft.Figures.Add(words.Format("SectionLabel", measure, words["ColumnLastYear"]), lastFigure.YearToDate, unit, Bulletins.ReportedFigure.Formula, [source]);
            var before = new Cell(last);
            if (reached is not var (report, figure) || report.Quarter != draft.Facts.Quarter || lastFigure.YearToDate <= 0) return [before, new Run(words["NoValue"])];
            last = draft.Figures.Add(
                words.Format("SectionLabel", measure, words["ColumnGrowth"]), Math.Round((figure.YearToDate / lastFigure.YearToDate - 1) * 100, 1, MidpointRounding.AwayFromZero), words["PercentUnit"],
                "year to date / last year to date - 1", [FigureSource.Of(task, report, figure, figure.YearToDate), source]);
            return [before, new Cell(last)];
        }
    }
}
