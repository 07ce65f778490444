namespace Suite.Indicators.Storage;

/// <summary>The short number under which the figures of an indicator are stored.</summary>
public sealed class MeasureKey
{
    public int Number { get; private init; }

    /// <summary>definitions/{definition} or indicators/{indicator}</summary>
    public required string Name { get; init; }
}
