namespace Suite.Reporting.Facts;

/// <summary>How a lead unit stands in a quarter.</summary>
/// <param name="Tasks">That it leads and that have something due, in order of their numbers.</param>
/// <param name="Accepted">Of those, with its accepted report.</param>
/// <param name="Returned">How often a report of it came back.</param>
/// <param name="Rank">1 for the best of its kind, towns and the city's own units apart; units that stand the same share a rank, and the next one follows after them.</param>
public sealed record UnitStanding(LeadUnit Unit, IReadOnlyList<TaskStanding> Tasks, IReadOnlyList<TaskStanding> Accepted, int Returned, int Rank)
{
    public int Due => Tasks.Count;

    public decimal Share => Math.Round(100m * Accepted.Count / Due, 1, MidpointRounding.AwayFromZero);

    /// <summary>The office's points; null where the office's count is not known.</summary>
    public decimal? Points { get; init; }

    /// <summary>A town, sub-district or park.</summary>
    public bool Town { get; init; }

    /// <summary>By the light that the office set by hand, else that of the unit's own report that was accepted last.</summary>
    public IReadOnlyList<TaskStanding> Lit(Light light) => [.. Tasks.Where(t => LightOf(t) == light)];

    Light? LightOf(TaskStanding task) =>
        task.SetByHand?.Light ?? task.Accepted.Where(r => r.Unit == Unit.Unit).MaxBy(r => r.Reviewer.Time)?.Light;

    /// <summary>Everything due was accepted, nothing came back, nothing is behind.</summary>
    public bool Commended => Accepted.Count == Due && Returned == 0 && Lit(Light.Red).Count == 0 && Lit(Light.Yellow).Count == 0;

    /// <summary>A task shows red, or half or more of what is due has not been accepted. Whoever ranks first is not named.</summary>
    public bool Named => Rank > 1 && (Lit(Light.Red).Count > 0 || (Accepted.Count * 2) <= Due);

    /// <summary>
    /// All units with something due, the city's own before the towns, the best first: by the office's points. Those of equal points (all are
    /// equal before anything was late), and all where the office's count is not known, in the order of what was done: the share of due reports
    /// that were accepted, then fewer red, fewer yellow, fewer returned.
    /// </summary>
    public static IReadOnlyList<UnitStanding> Ranked(QuarterFacts facts)
    {
        var returned = facts.Steps.Where(s => s.Kind == ReportStepKind.Returned).ToLookup(s => (s.Task, s.UnitName));
        var scores = facts.Sheet?.Scores.ToDictionary(s => s.Unit) ?? [];
        return
        [
            .. facts.Tasks.SelectMany(t => t.Owing.Select(u => (Unit: u, Task: t))).GroupBy(x => x.Unit.Unit)
                .Select(g => Of(g.First().Unit, [.. g.Select(x => x.Task)], returned, scores.GetValueOrDefault(g.Key)))
                .GroupBy(u => u.Town).OrderBy(g => g.Key).SelectMany(g => InOrder(g, scores.Count > 0 ? ByPoints : ByWork)),
        ];
    }

    static readonly Comparer<UnitStanding> ByWork = Comparer<UnitStanding>.Create((a, b) =>
        (-a.Share, a.Lit(Light.Red).Count, a.Lit(Light.Yellow).Count, a.Returned).CompareTo((-b.Share, b.Lit(Light.Red).Count, b.Lit(Light.Yellow).Count, b.Returned)));

    static readonly Comparer<UnitStanding> ByPoints = Comparer<UnitStanding>.Create((a, b) =>
        (b.Points ?? -1).CompareTo(a.Points ?? -1) is var points and not 0 ? points : ByWork.Compare(a, b));

    static IEnumerable<UnitStanding> InOrder(IEnumerable<UnitStanding> units, Comparer<UnitStanding> better)
    {
        var (rank, before) = (0, default(UnitStanding));
        foreach (var (at, unit) in units.OrderBy(u => u, better).ThenBy(u => u.Unit.Unit, StringComparer.Ordinal).Index())
        {
            if (before is null || better.Compare(before, unit) != 0) rank = at + 1;
            yield return (before = unit) with { Rank = rank };
        }
    }

    static UnitStanding Of(LeadUnit unit, IReadOnlyList<TaskStanding> tasks, ILookup<(string Task, string UnitName), ReportStep> returned, UnitScore? score) => new(
        unit, tasks, [.. tasks.Where(t => t.Accepted.Any(r => r.Unit == unit.Unit))], tasks.Sum(t => returned[(t.Task.Name, unit.DisplayName)].Count()), 0)
    {
        Points = score?.Points, Town = score?.Town ?? false,
    };
}
