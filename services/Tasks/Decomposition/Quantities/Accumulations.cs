namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Decides how each amount of a task accumulates, with the whole task in view.</summary>
internal sealed class Accumulations
{
    private const int MostTargets = 100;
    private readonly List<Commitment> target;
    private readonly List<ScheduleItem> items;
    private readonly Dictionary<(string?, string, string), Series> series = [];

    private Accumulations(List<Commitment> target, List<ScheduleItem> items)
    {
        this.target = target;
        this.items = items;
    }

    internal static (List<Commitment> Target, List<ScheduleItem> Items) Decide(List<Commitment> target, List<ScheduleItem> items)
    {
        var all = new Accumulations(target, items);
        foreach (var item in items) all.Collect(item);
        return (target.ConvertAll(c => c with { Accumulation = AccumulationRule.OfTarget(c) }),
            items.ConvertAll(all.Decided));
    }

    private void Collect(ScheduleItem item)
    {
        var beside = item.Commitments.Any(AccumulationRule.SaysCumulative);
        foreach (var amount in item.Commitments.Where(c => c.Unit is not null && !c.GrowthRate && !Units.IsShare(c.Unit)))
        {
            var key = Key(item, amount);
            if (!series.TryGetValue(key, out var found)) series[key] = found = new Series(Annual(amount));
            found.Add(Scale.Base(amount), AccumulationRule.SaysCumulative(amount), beside);
        }
    }

    private ScheduleItem Decided(ScheduleItem item) => item.Commitments.Count == 0 ? item : item with
    {
        Commitments = [.. item.Commitments.Select(c => c with
        {
            Accumulation = AccumulationRule.OfItem(c, item) ?? series[Key(item, c)].Decide(),
        })],
    };

    /// <summary>The year's amount of the same measure, or of the only target in the same unit.</summary>
    private double? Annual(Commitment amount)
    {
        var sameKind = target.Take(MostTargets).Where(t => t.Unit is not null && !t.GrowthRate && Scale.Kind(t) == Scale.Kind(amount)).ToList();
        var core = Verbs.Core(amount.Measure);
        var same = sameKind.FindAll(t => Verbs.Core(t.Measure) is var other && (other.Contains(core, StringComparison.Ordinal) || core.Contains(other, StringComparison.Ordinal)));
        return same.Count > 0 ? Scale.Base(same[0]) : sameKind.Count == 1 ? Scale.Base(sameKind[0]) : null;
    }

    private static (string?, string, string) Key(ScheduleItem item, Commitment amount) => (item.Workstream, Verbs.Core(amount.Measure), Scale.Kind(amount));
}
