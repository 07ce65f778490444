namespace Suite.Tasks.Editions;

/// <summary>A task in force and the same task in an edition; either is null where the other stands alone.</summary>
/// <param name="Likeness">0 to 1, of target and schedule; 0 where one stands alone.</param>
public sealed record TaskPair(TaskWording? Old, TaskWording? New, double Likeness);

/// <summary>
/// Recognises the tasks of a plan in a corrected edition by number and likeness. Two tasks are the same where the likeness of their
/// target and schedule, with a bonus for the same printed number, comes to the threshold: a renumbered task must be rather like, a task
/// of the same number may be half rewritten. The best pairs are taken first, each task once.
/// </summary>
public static class TaskMatching
{
    const double Threshold = 0.6;
    const double SameNumberBonus = 0.2;

    /// <summary>Every task of both sides once: in the order of the edition, then what only the plan has by number.</summary>
    public static IReadOnlyList<TaskPair> Match(IReadOnlyList<TaskWording> old, IReadOnlyList<TaskWording> edition)
    {
        var (before, after) = (Shapes(old), Shapes(edition));
        var (ofNew, taken) = (new (int Old, double Likeness)?[edition.Count], new bool[old.Count]);
        foreach (var (oldAt, newAt, likeness) in Ranked(old, edition, before, after))
        {
            if (taken[oldAt] || ofNew[newAt] is not null) continue;
            (taken[oldAt], ofNew[newAt]) = (true, (oldAt, likeness));
        }

        var matched = edition.Select((task, at) => ofNew[at] is { } found ? new TaskPair(old[found.Old], task, found.Likeness) : new TaskPair(null, task, 0));
        var alone = old.Where((_, at) => !taken[at]).OrderBy(t => t.Number).Select(t => new TaskPair(t, null, 0));
        return [.. matched, .. alone];
    }

    static List<TextShape> Shapes(IReadOnlyList<TaskWording> tasks) =>
        [.. tasks.Select(t => new TextShape($"{t.Content.Target}\n{t.Content.ScheduleText}"))];

    static IEnumerable<(int Old, int New, double Likeness)> Ranked(
        IReadOnlyList<TaskWording> old, IReadOnlyList<TaskWording> edition, List<TextShape> before, List<TextShape> after)
    {
        var byNumber = old.Select((task, at) => (task.Number, at)).ToLookup(t => t.Number, t => t.at);
        var byText = before.Select((shape, at) => (shape.Text, at)).Where(t => t.Text.Length > 0).ToLookup(t => t.Text, t => t.at);
        var rare = new RareTriples(before);
        return edition.SelectMany((task, newAt) => byNumber[task.Number].Concat(byText[after[newAt].Text].Take(SameTextMost)).Concat(rare.Candidates(after[newAt])).Distinct()
                .Select(oldAt => (oldAt, newAt, Likeness: before[oldAt].Likeness(after[newAt]), Same: old[oldAt].Number == task.Number)))
            .Select(p => (p.oldAt, p.newAt, p.Likeness, Score: p.Likeness + (p.Same ? SameNumberBonus : 0)))
            .Where(p => p.Score >= Threshold)
            .OrderByDescending(p => p.Score).ThenBy(p => p.oldAt).ThenBy(p => p.newAt)
            .Select(p => (p.oldAt, p.newAt, p.Likeness));
    }

    /// <summary>Many tasks of the very same text are told apart by their numbers alone.</summary>
    const int SameTextMost = 8;
}
