using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>What a corrected edition changes in what is in force. Pure.</summary>
public static class PlanComparison
{
    static readonly TaskContent Nothing = new(Decomposition.RequirementText.None, "", [], "", [], [], [], [], []);

    /// <summary>The differences in the order of the edition, tasks it no longer has last; none where both say the same.</summary>
    public static IReadOnlyList<Difference> Compare(IReadOnlyList<TaskWording> inForce, IReadOnlyList<TaskWording> edition) =>
        [.. TaskMatching.Match(inForce, edition).SelectMany(pair => pair switch
        {
            { Old: { } old, New: { } now } => Changed(old, now, pair.Likeness),
            { Old: { } old } => [new Difference(ChangeKind.Removed, null, old.Task, null, old.Content.Target, "", null, Whole(old, gone: true))],
            _ => [new Difference(ChangeKind.Added, null, null, pair.New!.Number, "", pair.New.Content.Target, null, Whole(pair.New, gone: false))],
        })];

    static IEnumerable<Difference> Changed(TaskWording old, TaskWording now, double likeness) =>
        from field in Enum.GetValues<TaskField>()
        let parts = FieldParts.Of(field, old.Content, now.Content)
        let before = FieldText.Of(field, old)
        let after = FieldText.Of(field, now)
        where parts.Count > 0 || (FieldText.DecidesAlone(field) && !ComparedText.Same(before, after))
        select new Difference(ChangeKind.Changed, field, old.Task, now.Number, before, after, likeness, parts);

    /// <summary>Every field of a task that has something to say, one part each.</summary>
    static List<DifferencePart> Whole(TaskWording task, bool gone) =>
        [.. Enum.GetValues<TaskField>().Select(field => (field, Text: FieldText.Of(field, task))).Where(f => f.Text.Length > 0)
            .Select(f => new DifferencePart(PartKind.Field, FieldText.NameOf(f.field), gone ? f.Text : "", gone ? "" : f.Text)),
         .. FieldParts.Commitments(gone ? task.Content : Nothing, gone ? Nothing : task.Content)];
}
