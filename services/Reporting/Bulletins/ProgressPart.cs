using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>三、重点任务进展情况: every accepted report of the quarter, with its figures.</summary>
static class ProgressPart
{
    const int LongestNarrative = 300;

    public static IEnumerable<Block> Compose(Draft draft) => Compose(draft, draft.Facts.Tasks);

    public static IEnumerable<Block> Compose(Draft draft, IReadOnlyList<TaskStanding> tasks)
    {
        var words = draft.Words;
        yield return new Heading(1, words["PartProgress"]);
        var sections = tasks.GroupBy(t => t.Task.Section).Where(s => s.Any(t => t.Accepted.Count > 0)).ToList();
        if (sections.Count == 0) yield return new Paragraph([new Run(words["NoProgress"])], "progress.none");
        foreach (var (at, section) in sections.Index())
        {
            yield return new Heading(2, words.Format("SectionHeading", Numerals.Chinese(at + 1), Texts.Line(section.Key)));
            foreach (var standing in section)
            foreach (var report in standing.Accepted)
                yield return Told(draft, standing.Task, report);
        }
    }

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
