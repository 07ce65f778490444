using Suite.Reporting.Papers;

namespace Suite.Reporting.Reports;

/// <summary>A figure of a report with all that stands behind it, as it was known when the report was made.</summary>
public sealed class FrozenFigure
{
    public required string ReportId { get; init; }

    /// <summary>The mark in the document.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The same for the same figure in every version of a document; empty for reports made before keys were.</summary>
    public required string Key { get; init; }

    public required string Label { get; init; }

    public required decimal Value { get; init; }

    public required string Unit { get; init; }

    public required string Formula { get; init; }

    public required IReadOnlyList<FigureSource> Sources { get; init; }

    public static FrozenFigure Of(string reportId, Figure figure) => new()
    {
        ReportId = reportId,
        Ordinal = figure.Ordinal,
        Key = figure.Key,
        Label = figure.Label,
        Value = figure.Value,
        Unit = figure.Unit,
        Formula = figure.Formula,
        Sources = figure.Sources,
    };

    public Figure ToFigure() => new(Ordinal, Label, Value, Unit, Formula, Sources) { Key = Key.Length > 0 ? Key : $"ordinal-{Ordinal}" };
}
