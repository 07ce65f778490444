using Suite.Tasks.Decomposition;

namespace Suite.Tasks.Naming;

/// <summary>A distinct name of a document and what became of it.</summary>
/// <param name="Text">By itself, without host and role.</param>
/// <param name="AsWritten">Its forms in the document, each once.</param>
/// <param name="Resource">units/{unit}, groups/{group} or people/{person}; null unless sure.</param>
/// <param name="Proposal">Where a unit is unknown.</param>
/// <param name="Tasks">The first tasks that name it.</param>
public sealed record NameFinding(
    NameKind Kind, string Text, IReadOnlyList<string> AsWritten, NameCertainty Certainty, string? Resource, string DisplayName,
    IReadOnlyList<NameCandidate> Candidates, UnitProposal? Proposal, IReadOnlyList<int> Tasks, int TaskCount, string? Host)
{
    const int FormsShown = 10;
    const int TasksShown = 20;

    /// <summary>Units, then groups, then people, each by name.</summary>
    public static IReadOnlyList<NameFinding> Of(PlanDocument document, NameBook names) =>
        [.. document.Tasks.SelectMany(Uses).GroupBy(u => (u.Kind, u.Text)).Select(uses => Of([.. uses], names))
            .OrderBy(f => f.Kind).ThenBy(f => f.Text, StringComparer.Ordinal)];

    static NameFinding Of(List<Use> uses, NameBook names)
    {
        var (kind, text) = (uses[0].Kind, uses[0].Text);
        var meaning = names.MeaningOf(kind, text);
        var certainty = meaning.Id is not null ? NameCertainty.Sure : meaning.Candidates.Count > 0 ? NameCertainty.Likely : NameCertainty.Unknown;
        var host = uses.Find(u => u.Host is not null)?.Host;
        var tasks = uses.Select(u => u.Task).Distinct().ToList();
        return new(kind, text, [.. uses.Select(u => u.Written).Distinct().Take(FormsShown)], certainty,
            meaning.Id is { } id ? ResourceNames.Of(kind, id) : null, meaning.DisplayName, meaning.Candidates,
            kind == NameKind.Unit && certainty == NameCertainty.Unknown ? UnitProposal.For(text, host) : null,
            [.. tasks.Take(TasksShown)], tasks.Count, host);
    }

    static IEnumerable<Use> Uses(PlannedTask task)
    {
        foreach (var unit in task.LeadUnits.Concat(task.SupportingUnits))
        {
            yield return new(NameKind.Unit, unit.Name, unit.AsWritten, unit.Host, task.Number);
            if (unit.Host is not null) yield return new(NameKind.Unit, unit.Host, unit.AsWritten, null, task.Number);
        }

        foreach (var group in task.SupportingGroups) yield return new(NameKind.Group, group.Name, group.AsWritten, null, task.Number);
        foreach (var leader in task.Leaders) yield return new(NameKind.Person, leader.Name, leader.AsWritten, null, task.Number);
    }

    sealed record Use(NameKind Kind, string Text, string Written, string? Host, int Task);
}
