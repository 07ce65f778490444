using Suite.Tasks.Decomposition;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Plans;

/// <summary>What was understood of a document, counted.</summary>
public sealed record ImportSummary(int Tasks, int ScheduleItems, int Commitments, NameCount Units, NameCount Groups, NameCount People,
    IReadOnlyList<NameFinding> Names)
{
    public static ImportSummary Of(PlanDocument document, NameBook names) => new(
        document.Tasks.Count,
        document.Tasks.Sum(t => t.Schedule.Count),
        document.Tasks.Sum(t => t.TargetCommitments.Count + t.Schedule.Sum(i => i.Commitments.Count)),
        NameCount.Of(names.Units), NameCount.Of(names.Groups), NameCount.Of(names.People), NameFinding.Of(document, names));
}

/// <param name="Resolved">How many distinct names were resolved surely.</param>
/// <param name="Unresolved">The others, as written.</param>
public sealed record NameCount(int Resolved, IReadOnlyList<string> Unresolved)
{
    public static NameCount Of(IReadOnlyDictionary<string, NameMeaning> names) =>
        new(names.Values.Count(m => m.Id is not null), [.. names.Where(n => n.Value.Id is null).Select(n => n.Key).Order(StringComparer.Ordinal)]);
}
