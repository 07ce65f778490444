using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>四、存在问题和下一步工作: the tasks that show red or yellow, why, and what comes next.</summary>
static class TroublesPart
{
    const int LongestText = 250;

    public static IEnumerable<Block> Compose(Draft draft, OverallPart overall) => Compose(draft, draft.Facts.Tasks, () => (overall.Red, overall.Yellow));

    /// <summary>The same of some of the tasks.</summary>
    public static IEnumerable<Block> Compose(Draft draft, IReadOnlyList<TaskStanding> tasks) => Compose(
        draft, tasks, () => (draft.Count(Tally.Red, "shown", "", tasks), draft.Count(Tally.Yellow, "shown", "", tasks)));

    static IEnumerable<Block> Compose(Draft draft, IReadOnlyList<TaskStanding> tasks, Func<(Figure Red, Figure Yellow)> counts)
    {
        var words = draft.Words;
        yield return new Heading(1, words["PartTroubles"]);
        var troubled = new[] { Light.Red, Light.Yellow }.Select(light => (Light: light, Tasks: tasks.Where(t => t.Light == light).ToList())).Where(g => g.Tasks.Count > 0).ToList();
        if (troubled.Count == 0)
        {
            yield return new Paragraph([new Run(words["NoTroubles"])], "troubles.none");
            yield break;
        }

        var (red, yellow) = counts();
        yield return new Paragraph(Sentence.Fill(words["TroublesLead"], new Quote(red), new Quote(yellow)), "troubles.lead");
        foreach (var (at, group) in troubled.Index())
        {
            yield return new Heading(2, words.Format("SectionHeading", Numerals.Chinese(at + 1), words.LightName(group.Light)));
            foreach (var standing in group.Tasks) yield return Told(draft, standing.Task, standing.Deciding!);
        }
    }

    static Paragraph Told(Draft draft, KnownTask task, AcceptedReport report)
    {
        var words = draft.Words;
        return new([
            .. TaskLead.Of(draft, task, report),
            new Run(words.Format("Difficulties", Said(report.Difficulties, words["NoDifficulties"]))),
            new Run(words.Format("NextSteps", Said(report.NextSteps, words["NoNextSteps"]))),
        ], $"trouble.{report.Report}");
    }

    static string Said(string text, string otherwise) => Texts.Closed(Texts.Excerpt(text, LongestText)) is { Length: > 0 } said ? said : otherwise;
}
