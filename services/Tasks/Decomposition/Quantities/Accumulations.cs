namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Decides how each amount of a task accumulates, with the whole task in view.</summary>
internal sealed class Accumulations
{
    private const int MostTargets = 100;
    private const int MostLike = 20;
    private readonly IReadOnlyList<Commitment> target;
    private readonly List<ScheduleItem> items;
    private readonly Dictionary<(string? Workstream, string Kind), List<(string Core, Series Series)>> series = [];

    private Accumulations(IReadOnlyList<Commitment> target, List<ScheduleItem> items)
    {
        this.target = target;
        this.items = items;
    }

    internal static (IReadOnlyList<Commitment> Target, IReadOnlyList<ScheduleItem> Items) Decide(IReadOnlyList<Commitment> target, List<ScheduleItem> items)
    {
        var all = new Accumulations(target, items);
        foreach (var item in items) all.Collect(item);
        return (target.Count == 0 ? target : [.. target.Select(c => With(c, AccumulationRule.OfTarget(c)))], items.ConvertAll(all.Decided));
    }

    private void Collect(ScheduleItem item)
    {
        var beside = item.Commitments.Any(AccumulationRule.SaysCumulative);
        foreach (var amount in item.Commitments.Where(c => c.Unit is not null && !c.GrowthRate && !Units.IsShare(c.Unit)))
        {
            if (AccumulationRule.OfItem(amount, item) is not null && !AccumulationRule.SaysCumulative(amount)) continue;
            SeriesOf(item, amount).Add(Scale.Base(amount), AccumulationRule.SaysCumulative(amount), beside);
        }
    }

    private ScheduleItem Decided(ScheduleItem item) => item.Commitments.Count == 0 ? item : item with
    {
        Commitments = [.. item.Commitments.Select(c => With(c, AccumulationRule.OfItem(c, item) ?? SeriesOf(item, c).Decide()))],
    };

    private static Commitment With(Commitment amount, Accumulation decided) => amount.Accumulation == decided ? amount : amount with { Accumulation = decided };

    /// <summary>The series of the same measure, else of the like one that was met first, else a new one.</summary>
    private Series SeriesOf(ScheduleItem item, Commitment amount)
    {
        var (core, key) = (Core(amount), (item.Workstream, Scale.Kind(amount)));
        if (!series.TryGetValue(key, out var met)) series[key] = met = [];
        var at = met.FindIndex(s => s.Core == core);
        if (at < 0) at = met.FindIndex(0, Math.Min(met.Count, MostLike), s => Likeness.Are(s.Core, core));
        if (at >= 0) return met[at].Series;
        var added = new Series(Annual(amount, core));
        met.Add((core, added));
        return added;
    }

    /// <summary>The year's amount of the same measure, or of the only target in the same unit.</summary>
    private double? Annual(Commitment amount, string core)
    {
        var (kind, sameKind, only) = (Scale.Kind(amount), 0, (Commitment?)null);
        for (var i = 0; i < Math.Min(target.Count, MostTargets); i++)
        {
            if (target[i] is not { Unit: not null, GrowthRate: false } goal || Scale.Kind(goal) != kind) continue;
            if (Likeness.Are(Core(goal), core)) return Scale.Base(goal);
            (sameKind, only) = (sameKind + 1, goal);
        }
        return sameKind == 1 ? Scale.Base(only!) : null;
    }

    /// <summary>The measure without verbs, and without the part of the task that was set before it.</summary>
    private static string Core(Commitment amount) => Verbs.Core(amount.Measure[(amount.Measure.LastIndexOf('：') + 1)..]);
}
