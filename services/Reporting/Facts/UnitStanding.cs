namespace Suite.Reporting.Facts;

/// <summary>How a lead unit stands in a quarter.</summary>
/// <param name="Tasks">That it leads and that have something due, in order of their numbers.</param>
/// <param name="Accepted">Of those, with its accepted report.</param>
/// <param name="Returned">How often a report of it came back.</param>
/// <param name="Rank">1 for the best; units that stand the same share a rank, and the next one follows after them.</param>
public sealed record UnitStanding(LeadUnit Unit, IReadOnlyList<TaskStanding> Tasks, IReadOnlyList<TaskStanding> Accepted, int Returned, int Rank)
{
    public int Due => Tasks.Count;

    public decimal Share => Math.Round(100m * Accepted.Count / Due, 1, MidpointRounding.AwayFromZero);

    /// <summary>By the light of the unit's own report that was accepted last; it may have sent one each month.</summary>
    public IReadOnlyList<TaskStanding> Lit(Light light) =>
        [.. Accepted.Where(t => t.Accepted.Where(r => r.Unit == Unit.Unit).MaxBy(r => r.Reviewer.Time)!.Light == light)];

    /// <summary>Everything due was accepted, nothing came back, nothing is behind.</summary>
    public bool Commended => Accepted.Count == Due && Returned == 0 && Lit(Light.Red).Count == 0 && Lit(Light.Yellow).Count == 0;

    /// <summary>A task shows red, or half or more of what is due has not been accepted.</summary>
    public bool Named => Lit(Light.Red).Count > 0 || (Accepted.Count * 2) <= Due;

    /// <summary>
    /// All units with something due, best first: by the share of due reports that were accepted, then fewer red, fewer yellow, fewer returned.
    /// </summary>
    public static IReadOnlyList<UnitStanding> Ranked(QuarterFacts facts)
    {
        var returned = facts.Steps.Where(s => s.Kind == ReportStepKind.Returned).ToLookup(s => (s.Task, s.UnitName));
        var units = facts.Tasks.Where(t => t.Due).SelectMany(t => t.Task.LeadUnits.Select(u => (Unit: u, Task: t))).GroupBy(x => x.Unit.Unit)
            .Select(g => Of(g.First().Unit, [.. g.Select(x => x.Task)], returned))
            .OrderBy(u => u, Better).ThenBy(u => u.Unit.Unit, StringComparer.Ordinal).ToList();
        var (ranked, rank) = (new List<UnitStanding>(), 0);
        foreach (var (at, unit) in units.Index())
        {
            if (at == 0 || Better.Compare(units[at - 1], unit) != 0) rank = at + 1;
            ranked.Add(unit with { Rank = rank });
        }

        return ranked;
    }

    static readonly Comparer<UnitStanding> Better = Comparer<UnitStanding>.Create((a, b) =>
        (-a.Share, a.Lit(Light.Red).Count, a.Lit(Light.Yellow).Count, a.Returned).CompareTo((-b.Share, b.Lit(Light.Red).Count, b.Lit(Light.Yellow).Count, b.Returned)));

    static UnitStanding Of(LeadUnit unit, IReadOnlyList<TaskStanding> tasks, ILookup<(string Task, string UnitName), ReportStep> returned) => new(
        unit, tasks, [.. tasks.Where(t => t.Accepted.Any(r => r.Unit == unit.Unit))], tasks.Sum(t => returned[(t.Task.Name, unit.DisplayName)].Count()), 0);
}
