using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>四、存在问题和下一步工作: the tasks that show red or yellow, why, and what comes next.</summary>
static class TroublesPart
{
    const int LongestText = 250;
    const int LongestCell = 60;

    /// <summary>Tasks of a light that have a paragraph each; the others stand in a table.</summary>
    const int MostTold = 5;

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
            yield return new Heading(2, words.Format("SectionHeading", words.Ordinal(at + 1), words[$"Tally{group.Light}"]));
            foreach (var standing in group.Tasks.Take(MostTold)) yield return Told(draft, standing);
            if (group.Tasks.Count > MostTold) yield return Listed(draft, group.Light, group.Tasks[MostTold..]);
        }
    }

    static Paragraph Told(Draft draft, TaskStanding standing)
    {
        var (words, report) = (draft.Words, standing.Deciding);
        List<Inline> told = [.. TaskLead.Of(draft, standing.Task, report?.UnitName ?? Tables.Units(standing.Task.LeadUnits), standing.Light!.Value)];
        if (standing.SetByHand is { } set)
            told.Add(new Run(words.Format("SetByHand", words.LightName(set.Light), Said(set.Reason, words["NoDifficulties"]))));
        if (report is not null)
            told.AddRange([
                new Run(words.Format("Difficulties", Said(report.Difficulties, words["NoDifficulties"]))),
                new Run(words.Format("NextSteps", Said(report.NextSteps, words["NoNextSteps"]))),
            ]);
        return new(told, $"trouble.{report?.Report ?? standing.Task.Name}");
    }

    static Table Listed(Draft draft, Light light, List<TaskStanding> tasks)
    {
        var words = draft.Words;
        return new(words.Format("TroublesTable", words.LightName(light)),
            [
                new(words["ColumnNumber"]), new(words["ColumnTarget"], Centred: false), new(words["ColumnUnit"], Centred: false),
                new(words["ColumnProblem"], Centred: false), new(words["ColumnNext"], Centred: false),
            ], [.. tasks.Select(t => (IReadOnlyList<Inline>)
            [
                new Run($"{t.Task.Number}"), new Run(Texts.Excerpt(t.Task.Target, LongestCell)), new Run(Texts.Line(t.Deciding?.UnitName ?? Tables.Units(t.Task.LeadUnits))),
                new Run(Tables.Said(draft, t.SetByHand?.Reason ?? t.Deciding!.Difficulties, LongestCell)), new Run(Tables.Said(draft, t.Deciding?.NextSteps ?? "", LongestCell)),
            ])]);
    }

    static string Said(string text, string otherwise) => Texts.Closed(Texts.Excerpt(text, LongestText)) is { Length: > 0 } said ? said : otherwise;
}
