using Suite.Reporting.Facts;

namespace Suite.Reporting.Overviews;

/// <summary>Tasks counted in one quarter.</summary>
public sealed record QuarterCounts(
    int Quarter, int Tasks, int Acknowledged, int Due, int Reported, int Accepted, int Green, int Yellow, int Red, int Blue, int Unlit, int Missing)
{
    public static QuarterCounts Of(int quarter, IReadOnlyCollection<TaskStanding> tasks) => new(
        quarter, tasks.Count, tasks.Count(t => t.Acknowledged), tasks.Count(t => t.Due), tasks.Count(t => t.AllReported), tasks.Count(t => t.AllAccepted),
        Lit(tasks, Light.Green), Lit(tasks, Light.Yellow), Lit(tasks, Light.Red), Lit(tasks, Light.Blue), tasks.Count(t => t.Light is null), tasks.Count(t => t.Missing.Any()));

    static int Lit(IEnumerable<TaskStanding> tasks, Light light) => tasks.Count(t => t.Light == light);
}

/// <summary>A leader, a unit or a section with its four quarters.</summary>
/// <param name="Trend">Four.</param>
/// <param name="Ranks">Of units with something due, by quarter; 0 for none.</param>
public sealed record PartStanding(string Name, string DisplayName, IReadOnlyList<QuarterCounts> Trend, IReadOnlyList<int> Ranks);

/// <summary>A plan's standing in all its quarters, counted once for each revision.</summary>
public sealed record PlanStanding(
    KnownPlan Plan, long Revision, int TasksHeard, IReadOnlyList<QuarterCounts> Trend, IReadOnlyList<PartStanding> Leaders, IReadOnlyList<PartStanding> Units,
    IReadOnlyList<PartStanding> Sections)
{
    static readonly int[] Quarters = [1, 2, 3, 4];
    static readonly int[] NoRanks = [0, 0, 0, 0];

    public static PlanStanding Of(PlanFacts facts)
    {
        var ranks = Quarters.Select(q => UnitStanding.Ranked(facts.Quarter(q)).ToDictionary(u => u.Unit.Unit, u => u.Rank)).ToList();
        return new(
            facts.Plan, facts.Heard, facts.TasksOfIssue, [.. Quarters.Select(q => QuarterCounts.Of(q, facts.Quarter(q).Tasks.ToList()))],
            Parts(facts, t => t.Leaders.Select(l => (l.Person, l.DisplayName)), _ => NoRanks),
            Parts(facts, t => t.LeadUnits.Select(u => (u.Unit, u.DisplayName)), unit => [.. ranks.Select(r => r.GetValueOrDefault(unit))]),
            Parts(facts, t => [(t.Section, t.Section)], _ => NoRanks));
    }

    static List<PartStanding> Parts(PlanFacts facts, Func<KnownTask, IEnumerable<(string Name, string Display)>> partsOf, Func<string, IReadOnlyList<int>> ranksOf)
    {
        var names = new Dictionary<string, string>();
        var order = new List<string>();
        foreach (var (name, display) in facts.Tasks.SelectMany(partsOf))
            if (names.TryAdd(name, display)) order.Add(name);
        var byQuarter = Quarters.Select(q => facts.Quarter(q).Tasks.SelectMany(t => partsOf(t.Task).Select(p => p.Name).Distinct().Select(name => (name, t)))
            .ToLookup(x => x.name, x => x.t)).ToList();
        return [.. order.Select(name => new PartStanding(name, names[name], [.. Quarters.Select(q => QuarterCounts.Of(q, byQuarter[q - 1][name].ToList()))], ranksOf(name)))];
    }
}
