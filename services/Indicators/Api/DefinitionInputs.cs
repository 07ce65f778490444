using System.Globalization;
using Suite.Indicators.Definitions;
using Suite.Indicators.Periods;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Api;

/// <summary>Definitions as callers give them.</summary>
static class DefinitionInputs
{
    public static readonly string[] Changeable =
    [
        "display_name", "english_name", "direction", "band_low", "band_high", "accumulation", "aggregation", "weight", "formula", "entity_kinds",
        "source_unit", "decimals",
    ];

    const int LongestName = 200;

    public static Definition Created(V1.Definition message, string id)
    {
        if (!ResourceNames.IsId(id) || id.Length > 60 || !char.IsAsciiLetterLower(id[0])) throw Problems.InvalidField("definition_id", "must be 1 to 60 of a-z, 0-9 and '-', a letter first.");
        if (message.Name.Length > 0) throw Problems.InvalidField("definition.name", "must be empty; definition_id says which.");
        var kind = (IndicatorKind)Enums.Given(message.Kind, "definition.kind");
        var blank = new Definition
        {
            Id = id, Name = "", Unit = message.Unit.Trim(), Kind = kind, PeriodType = (PeriodType)Enums.Given(message.PeriodType, "definition.period_type"),
            Accumulation = Definition.UsualAccumulation(kind), Aggregation = Definition.UsualAggregation(kind),
        };
        return Changeable.Aggregate(blank, (definition, path) => Apply(definition, message, path));
    }

    public static Func<Definition, Definition> Change(V1.Definition message, IReadOnlyList<string> paths)
    {
        if (paths.Count == 0 || paths.Except(Changeable).Any())
            throw Problems.InvalidField("update_mask", $"must name at least one of {string.Join(", ", Changeable)}, and nothing else.");
        return definition => paths.Distinct().Aggregate(definition, (d, path) => Apply(d, message, path));
    }

    static Definition Apply(Definition d, V1.Definition message, string path) => path switch
    {
        "display_name" => d with { Name = Text(message.DisplayName, "display_name", 1) },
        "english_name" => d with { EnglishName = Text(message.EnglishName, "english_name", 0) },
        "direction" => d with { Direction = message.Direction == V1.Direction.Unspecified ? Direction.More : (Direction)Enums.Given(message.Direction, "definition.direction") },
        "band_low" => d with { BandLow = Decimals.Optional(message.BandLow, "definition.band_low") },
        "band_high" => d with { BandHigh = Decimals.Optional(message.BandHigh, "definition.band_high") },
        "accumulation" => d with
        {
            Accumulation = message.Accumulation == V1.TimeAccumulation.Unspecified
                ? Definition.UsualAccumulation(d.Kind) : (TimeAccumulation)Enums.Given(message.Accumulation, "definition.accumulation"),
        },
        "aggregation" => d with
        {
            Aggregation = message.Aggregation == V1.Aggregation.Unspecified
                ? Definition.UsualAggregation(d.Kind) : (Aggregation)Enums.Given(message.Aggregation, "definition.aggregation"),
        },
        "weight" => d with { Weight = message.Weight.Length == 0 ? null : ResourceNames.IdIn(DefinitionBook.Prefix, message.Weight, "definition.weight") },
        "formula" => d with { Formula = message.Formula.Trim() },
        "entity_kinds" => d with { EntityKinds = [.. message.EntityKinds.Select(k => (Entities.EntityKind)Enums.Given(k, "definition.entity_kinds")).Distinct().Order()] },
        "source_unit" => d with { SourceUnit = message.SourceUnit.Length == 0 ? null : ResourceNames.Units + ResourceNames.IdIn(ResourceNames.Units, message.SourceUnit, "definition.source_unit") },
        _ => d with { Decimals = message.Decimals },
    };

    static string Text(string text, string field, int shortest) =>
        text.Trim() is var trimmed && trimmed.Length >= shortest && trimmed.Length <= LongestName
            ? trimmed
            : throw Problems.InvalidField($"definition.{field}", string.Create(CultureInfo.InvariantCulture, $"must be {shortest} to {LongestName} characters."));
}
