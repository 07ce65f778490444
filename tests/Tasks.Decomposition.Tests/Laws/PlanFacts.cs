namespace Suite.Tasks.Decomposition.Tests.Laws;

/// <summary>What a plan says, without where in a document it was said.</summary>
internal static class PlanFacts
{
    internal static IEnumerable<string> Of(PlanDocument plan) => plan.Tasks.SelectMany(Of);

    private static IEnumerable<string> Of(PlannedTask task)
    {
        yield return $"{task.Number} [{task.Section}] {task.Target}";
        yield return $"{task.Number} requirement {task.Requirement.Text} ({string.Join('|', task.Requirement.Sources)})";
        foreach (var amount in task.TargetCommitments) yield return $"{task.Number} target {Of(amount)}";
        foreach (var item in task.Schedule)
        {
            yield return $"{task.Number} {item.Workstream} {string.Concat(item.Quarters)} {item.Kind} {item.Text}";
            foreach (var amount in item.Commitments) yield return $"{task.Number} {Of(amount)}";
        }
        yield return $"{task.Number} by {string.Join('|', task.Leaders.Select(l => $"{l.Position}{l.Name}"))}, {Of(task.LeadUnits)}, {Of(task.SupportingUnits)}, "
            + string.Join('|', task.SupportingGroups.Select(g => g.Name));
    }

    private static string Of(IReadOnlyList<UnitRef> units) => string.Join('|', units.Select(u => $"{u.Name}/{u.Host}/{u.Role}"));

    private static string Of(Commitment amount) =>
        $"{amount.Measure} {amount.Comparator} {amount.Value} {amount.MaxValue} {amount.Unit} {amount.Accumulation} {amount.GrowthRate} {string.Concat(amount.Quarters)} {amount.Verbatim}";
}
