using Suite.Reporting.Facts;

namespace Suite.Reporting.Bulletins;

/// <summary>四、存在问题和下一步工作: the tasks that show red or yellow, why, and what comes next.</summary>
static class TroublesPart
{
    const int LongestText = 250;

    public static IEnumerable<Block> Compose(Draft draft, OverallPart overall)
    {
        var words = draft.Words;
        yield return new Heading(1, words["PartTroubles"]);
        var troubled = new[] { Light.Red, Light.Yellow }.Select(light => (Light: light, Tasks: Shown(draft, light))).Where(g => g.Tasks.Count > 0).ToList();
        if (troubled.Count == 0)
        {
            yield return new Paragraph([new Run(words["NoTroubles"])]);
            yield break;
        }

        yield return new Paragraph(Sentence.Fill(words["TroublesLead"], new Quote(overall.Red), new Quote(overall.Yellow)));
        foreach (var (at, group) in troubled.Index())
        {
            yield return new Heading(2, words.Format("SectionHeading", Numerals.Chinese(at + 1), words.LightName(group.Light)));
            foreach (var standing in group.Tasks) yield return Told(draft, standing.Task, standing.Deciding!);
        }
    }

    static List<TaskStanding> Shown(Draft draft, Light light) => [.. draft.Facts.Tasks.Where(t => t.Light == light)];

    static Paragraph Told(Draft draft, KnownTask task, AcceptedReport report)
    {
        var words = draft.Words;
        return new([
            .. TaskLead.Of(draft, task, report),
            new Run(words.Format("Difficulties", Said(report.Difficulties, words["NoDifficulties"]))),
            new Run(words.Format("NextSteps", Said(report.NextSteps, words["NoNextSteps"]))),
        ]);
    }

    static string Said(string text, string otherwise) => Texts.Closed(Texts.Excerpt(text, LongestText)) is { Length: > 0 } said ? said : otherwise;
}
