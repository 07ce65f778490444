using Suite.Indicators.Entities;
using Suite.Indicators.Periods;
using Suite.Indicators.Quantities;

namespace Suite.Indicators.Definitions;

/// <summary>What an indicator is from a day on, until the next version's day.</summary>
public sealed record Definition
{
    /// <summary>Read once: an import asks for it with every figure.</summary>
    MeasureUnit? _measure;

    /// <summary>Last part of definitions/{definition}.</summary>
    public required string Id { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>First day of this version; the first holds from the beginning of time.</summary>
    public DateOnly Since { get; init; } = DateOnly.MinValue;

    public required string Name { get; init; }

    public string EnglishName { get; init; } = "";

    /// <summary>With its magnitude: 亿元.</summary>
    public required string Unit { get; init; }

    public required IndicatorKind Kind { get; init; }

    public required PeriodType PeriodType { get; init; }

    public Direction Direction { get; init; } = Direction.More;

    public decimal? BandLow { get; init; }

    public decimal? BandHigh { get; init; }

    public required TimeAccumulation Accumulation { get; init; }

    public required Aggregation Aggregation { get; init; }

    /// <summary>Id of the indicator that weighs; null without one.</summary>
    public string? Weight { get; init; }

    /// <summary>Empty where figures are recorded.</summary>
    public string Formula { get; init; } = "";

    /// <summary>Empty for all.</summary>
    public EntityKind[] EntityKinds { get; init; } = [];

    /// <summary>units/{unit}; null for none.</summary>
    public string? SourceUnit { get; init; }

    public int Decimals { get; init; } = 2;

    public bool IsComputed => Formula.Length > 0;

    public MeasureUnit Measure => _measure ??= UnitReader.Read(Unit) ?? throw new InvalidOperationException($"The unit '{Unit}' of {Id} was not checked.");

    public static TimeAccumulation UsualAccumulation(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Flow => TimeAccumulation.Sum, IndicatorKind.Stock => TimeAccumulation.Last, _ => TimeAccumulation.None,
    };

    public static Aggregation UsualAggregation(IndicatorKind kind) =>
        kind is IndicatorKind.Flow or IndicatorKind.Stock ? Aggregation.Sum : Aggregation.None;

    public bool IsAbout(EntityKind kind) => EntityKinds.Length == 0 || EntityKinds.Contains(kind);
}
