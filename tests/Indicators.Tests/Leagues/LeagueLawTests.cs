using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Indicators.Definitions;
using Suite.Indicators.Leagues;

namespace Suite.Indicators.Tests.Leagues;

public sealed class LeagueLawTests
{
    static Gen<decimal?[]> Values => Gen.ArrayOf(Gen.Frequency((8, Gen.Choose(-50, 50).Select(v => (decimal?)v)), (1, Gen.Constant((decimal?)null)))).Where(v => v.Length > 0);

    static Gen<(decimal?[] A, decimal?[] B, Normalisation How, MissingRule Missing)> Tables =>
        from a in Values
        from b in Gen.ArrayOf(Gen.Choose(-50, 50).Select(v => (decimal?)v), a.Length)
        from how in Gen.Elements(Enum.GetValues<Normalisation>())
        from missing in Gen.Elements(Enum.GetValues<MissingRule>())
        select (a, b, how, missing);

    [Fact]
    public void Rank_OtherNamesInOtherOrder_IsTheSame() => Prop.ForAll(Tables.ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (table, seed) =>
    {
        var order = Enumerable.Range(0, table.A.Length).ToArray();
        new Random(seed).Shuffle(order);
        var plain = RanksOf(table, Direction.More, i => i, $"a{0}"[..1]);
        var renamed = RanksOf((order.Select(i => table.A[i]).ToArray(), order.Select(i => table.B[i]).ToArray(), table.How, table.Missing), Direction.More, i => i, "z");
        return order.Select((was, now) => plain[was] == renamed[now]).All(same => same);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rank_OneIndicator_FollowsItsDirection() => Prop.ForAll(Values.ToArbitrary(), Gen.Elements(Enum.GetValues<Normalisation>()).ToArbitrary(), (values, how) =>
    {
        var (more, less) = (One(values, how, Direction.More), One(values, how, Direction.Less));
        return Enumerable.Range(0, values.Length).All(a => Enumerable.Range(0, values.Length).All(b =>
            values[a] is null || values[b] is null || values[a] <= values[b] || (more[a] < more[b] && less[a] > less[b])));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rank_OneImproves_DoesNotFall() => Prop.ForAll(Values.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (values, at) =>
    {
        var one = at % values.Length;
        if (values[one] is null) return true;
        var better = values.ToArray();
        better[one] += 7;
        return One(better, Normalisation.MinMax, Direction.More)[one] <= One(values, Normalisation.MinMax, Direction.More)[one];
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rank_EqualScores_ShareARankAndTheNextIsLater()
    {
        One([5, 7, 5, 1], Normalisation.Ranks, Direction.More).ShouldBe([2, 1, 2, 4]);
        One([5, null, 1], Normalisation.MinMax, Direction.More, MissingRule.NotRanked).ShouldBe([1, null, 2]);
        One([5, null, 1], Normalisation.MinMax, Direction.More, MissingRule.Worst).ShouldBe([1, 2, 2]);
    }

    static int?[] One(decimal?[] values, Normalisation how, Direction direction, MissingRule missing = MissingRule.Worst)
    {
        var names = values.Select((_, at) => $"e{at}").ToList();
        var rows = new League([new("x", 1, direction)], how, missing).Rank(names, (_, e) => values[int.Parse(e[1..])]).ToDictionary(r => r.Entity, r => r.Rank);
        return [.. names.Select(n => rows[n])];
    }

    static int?[] RanksOf((decimal?[] A, decimal?[] B, Normalisation How, MissingRule Missing) table, Direction direction, Func<int, int> of, string name)
    {
        var names = table.A.Select((_, at) => $"{name}{of(at)}").ToList();
        var rows = new League([new("a", 2, direction), new("b", 1, Direction.Less)], table.How, table.Missing)
            .Rank(names, (part, e) => (part == "a" ? table.A : table.B)[int.Parse(e[1..])]).ToDictionary(r => r.Entity, r => r.Rank);
        return [.. names.Select(n => rows[n])];
    }
}
