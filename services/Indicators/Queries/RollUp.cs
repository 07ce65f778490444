using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;

namespace Suite.Indicators.Queries;

/// <summary>A total over the tree of entities, with how much of it is there.</summary>
/// <param name="Weight">What a weighted mean weighs; the number of parts for a sum.</param>
public readonly record struct Total(decimal Value, decimal Weight, int Known, int Missing)
{
    public static Total operator +(Total a, Total b) => new(a.Value + b.Value, a.Weight + b.Weight, a.Known + b.Known, a.Missing + b.Missing);
}

/// <summary>Adds up figures along the tree: level by level or leaf by leaf is the same.</summary>
/// <param name="value">An entity's own figure; null where it has none.</param>
/// <param name="weight">What weighs it, for a weighted mean.</param>
public sealed class RollUp(Aggregation aggregation, ILookup<string?, Entity> below, Func<string, decimal?> value, Func<string, decimal?> weight)
{
    const int Deepest = 20;

    /// <summary>The total of all leaves below an entity; of an entity without any below, its own figure.</summary>
    public Total Of(string entity, int depth = 0)
    {
        var children = depth < Deepest ? below[entity].ToList() : [];
        return children.Count == 0 ? Leaf(entity) : children.Select(c => Of(c.Id, depth + 1)).Aggregate(default(Total), (sum, next) => sum + next);
    }

    /// <summary>The figure that a total stands for; null where nothing is known or the indicator does not aggregate.</summary>
    public decimal? Figure(Total total) => aggregation switch
    {
        Aggregation.Sum when total.Known > 0 => total.Value,
        Aggregation.WeightedMean when total.Weight != 0 => total.Value / total.Weight,
        _ => null,
    };

    Total Leaf(string entity)
    {
        if (value(entity) is not { } own) return new(0, 0, 0, 1);
        if (aggregation != Aggregation.WeightedMean) return new(own, 1, 1, 0);
        return weight(entity) is { } weighs ? new(own * weighs, weighs, 1, 0) : new(0, 0, 0, 1);
    }
}
