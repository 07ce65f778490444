using Shouldly;
using Suite.Tasks.Export;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>Documents that were read, as plans to export; and what two documents have in common.</summary>
internal static class Exported
{
    internal static PlanTable Layout(PlanDocument document)
    {
        var (plan, tasks) = Draft(document);
        return PlanLayout.Of(plan, tasks);
    }

    internal static (Plan Plan, List<PlanTask> Tasks) Draft(PlanDocument document)
    {
        var draft = PlanDraft.From(document, ImportIdentity.Of([]), "2024", NoneKnown(DocumentNames.Of(document)), DateTimeOffset.UnixEpoch);
        var plan = Plan.Draft(draft.PlanId);
        plan.Describe(draft.Facts);
        return (plan, [.. draft.Tasks.OrderBy(t => t.Number)]);
    }

    private static NameBook NoneKnown(DocumentNames names) =>
        new(Unknown(names.Units), Unknown(names.Groups), Unknown(names.People), new Dictionary<string, IReadOnlyList<GroupMember>>());

    private static Dictionary<string, NameMeaning> Unknown(IEnumerable<string> names) => names.ToDictionary(n => n, n => new NameMeaning(null, n, []));

    /// <summary>Requires that both say the same; where their words stood in their files may differ.</summary>
    internal static void ShouldBeTheSamePlanAs(this PlanDocument actual, PlanDocument expected, string? about = null)
    {
        Heading(actual).ShouldBe(Heading(expected), about);
        var (before, after) = (expected.Tasks.OrderBy(t => t.Number).ToList(), actual.Tasks.ToList());
        foreach (var (was, becomes) in before.Zip(after))
            foreach (var (fact, found) in Facts(was).Zip(Facts(becomes))) found.ShouldBe(fact, $"{about} task {was.Number}");
        after.Count.ShouldBe(before.Count, about);
    }

    private static string Heading(PlanDocument document) => $"{document.Title}|{document.Year}|{document.Issuer}|{document.IssuedOn:O}";

    /// <summary>A line a fact; an item's line also tells how many commitments follow, so that none is missed at the end.</summary>
    private static List<string> Facts(PlannedTask task) =>
    [
        $"{task.Number} {task.Label} [{task.Section}] {task.Requirement.Text}",
        .. task.Requirement.Parts.Select(p => $"  from {p.Source}: {p.Text}"),
        $"target {task.Target} {task.TargetCommitments.Count}", .. task.TargetCommitments.Select(Fact),
        $"schedule {task.Schedule.Count} {task.ScheduleText}",
        .. task.Schedule.SelectMany(i => i.Commitments.Select(Fact)
            .Prepend($"  {i.Workstream}|{string.Concat(i.Quarters)}|{i.Kind}|{i.Span.Start}+{i.Span.Length}|{i.Commitments.Count}|{i.Text}")),
        $"leaders {string.Join('、', task.Leaders.Select(l => $"{l.Position}{l.Name}"))}",
        $"leads {string.Join('、', task.LeadUnits)}", $"supports {string.Join('、', task.SupportingUnits)}", $"groups {string.Join('、', task.SupportingGroups)}",
        $"attributes {string.Join('、', task.Attributes)}",
    ];

    private static string Fact(Commitment c) => $"    {c with { Quarters = [] }} {string.Concat(c.Quarters)}";
}
