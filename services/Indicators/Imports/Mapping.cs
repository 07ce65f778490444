namespace Suite.Indicators.Imports;

/// <summary>How the columns of a file are read; as in the contract.</summary>
/// <param name="Columns">Heading to what the column holds: see <see cref="ColumnRole"/>.</param>
/// <param name="Names">Names in the file to definitions/… or entities/….</param>
public sealed record Mapping(
    IReadOnlyDictionary<string, string> Columns, string Definition, string Entity, string Period, string Unit, IReadOnlyDictionary<string, string> Names, bool YearToDate)
{
    public static readonly Mapping Empty = new(new Dictionary<string, string>(), "", "", "", "", new Dictionary<string, string>(), false);
}

/// <summary>A mapping that is remembered.</summary>
public sealed class KeptMapping
{
    public required string Id { get; init; }

    /// <summary>The headings it names, in order: a file with the same is read by it.</summary>
    public required string Heading { get; set; }

    public required Mapping Mapping { get; set; }

    public required DateTimeOffset Time { get; set; }
}
