using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>三、重点任务进展情况: every accepted report of the quarter, with its figures.</summary>
static class ProgressPart
{
    const int LongestNarrative = 300;

    /// <summary>Reports of a section that are told; those with figures before those without.</summary>
    const int MostTold = 8;

    public static IEnumerable<Block> Compose(Draft draft) => Compose(draft, draft.Facts.Tasks);

    public static IEnumerable<Block> Compose(Draft draft, IReadOnlyList<TaskStanding> tasks)
    {
        var words = draft.Words;
        yield return new Heading(1, words["PartProgress"]);
        var sections = tasks.GroupBy(t => t.Task.Section).Where(s => s.Any(t => t.Accepted.Count > 0)).ToList();
        if (sections.Count == 0) yield return new Paragraph([new Run(words["NoProgress"])], "progress.none");
        foreach (var (at, section) in sections.Index())
        {
            yield return new Heading(2, words.Format("SectionHeading", words.Ordinal(at + 1), Texts.Line(section.Key)));
            var reports = section.SelectMany(t => t.Accepted.Select(report => (t.Task, Report: report))).ToList();
            var told = reports.OrderByDescending(r => r.Report.Figures.Count > 0).Take(MostTold).OrderBy(r => r.Task.Number).ToList();
            foreach (var (task, report) in told) yield return Told(draft, task, report);
            if (reports.Count > told.Count) yield return Rest(draft, Texts.Line(section.Key), [.. reports.Except(told)]);
        }
    }

    static Paragraph Rest(Draft draft, string section, List<(KnownTask Task, AcceptedReport Report)> reports) => new(
        Sentence.Fill(draft.Words["ProgressRest"], new Quote(draft.Figures.Add(
            draft.Words.Format("SectionLabel", section, draft.Words["ProgressRestLabel"]), reports.Count, draft.Words.Unit("ReportUnit", reports.Count), $"count(section = {section}, accepted reports not told)",
            reports.Select(r => FigureSource.Of(r.Task, r.Report))))), $"progress.rest.{section}");

    static Paragraph Told(Draft draft, KnownTask task, AcceptedReport report)
    {
        var narrative = Texts.Closed(Texts.Excerpt(report.Narrative, LongestNarrative));
        List<Inline> inlines = [.. TaskLead.Of(draft, task, report), new Run(narrative)];
        foreach (var (at, figure) in report.Figures.OrderBy(f => f.Ordinal).Index())
        {
            if (at > 0) inlines.Add(new Run(draft.Words["ClauseJoin"]));
            inlines.AddRange(ReportedFigure.Told(draft, task, report, figure));
        }

        if (report.Figures.Count > 0) inlines.Add(new Run(draft.Words["ClauseEnd"]));
        return new(inlines, $"progress.{report.Report}");
    }
}
