using FsCheck;
using FsCheck.Fluent;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Queries;

namespace Suite.Indicators.Tests.Queries;

public sealed class RollUpLawTests
{
    /// <summary>Each entity stands below an earlier one; the first is the root.</summary>
    static Gen<(Entity[] Tree, decimal[] Values, decimal[] Weights)> Trees =>
        from size in Gen.Choose(1, 30)
        from parents in Gen.ArrayOf(Gen.Choose(0, 1000), size)
        from values in Gen.ArrayOf(Gen.Choose(-1000, 1000), size)
        from weights in Gen.ArrayOf(Gen.Choose(1, 50), size)
        select (parents.Select((p, at) => new Entity { Id = $"e{at}", Name = "", Kind = EntityKind.Town, ParentId = at == 0 ? null : $"e{p % at}" }).ToArray(),
            values.Select(v => v / 4m).ToArray(), weights.Select(w => (decimal)w).ToArray());

    [Fact]
    public void Total_UpTheTree_IsThatOfTheLeaves() => Prop.ForAll(Trees.ToArbitrary(), drawn =>
    {
        var (tree, values, weights) = drawn;
        var below = tree.ToLookup(e => e.ParentId);
        var leaves = tree.Where(e => !below[e.Id].Any()).Select(e => int.Parse(e.Id[1..])).ToList();
        var sum = Of(Aggregation.Sum);
        var mean = Of(Aggregation.WeightedMean);
        return sum.Figure(sum.Of("e0")) == leaves.Sum(l => values[l])
            && mean.Figure(mean.Of("e0")) == leaves.Sum(l => values[l] * weights[l]) / leaves.Sum(l => weights[l])
            && sum.Of("e0").Known == leaves.Count;

        RollUp Of(Aggregation aggregation) => new(aggregation, below, e => values[int.Parse(e[1..])], e => weights[int.Parse(e[1..])]);
    }).QuickCheckThrowOnFailure();
}
