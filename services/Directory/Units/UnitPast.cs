namespace Suite.Directory.Units;

/// <summary>Facts a unit had up to a day; the columns of <see cref="Unit"/>, so that both can be asked as one.</summary>
public sealed record UnitPast
{
    public required string UnitId { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required string EnglishName { get; init; }

    public required UnitKind Kind { get; init; }

    public string? ParentId { get; init; }

    public string? HostId { get; init; }

    public required string[] Aliases { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>First day of the facts that followed.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Always empty: whoever took over did so from the last facts.</summary>
    public string[] Successors { get; init; } = [];

    public required int Version { get; init; }

    public static UnitPast Of(Unit unit, DateOnly until) => new()
    {
        UnitId = unit.Id, Name = unit.Name, ShortName = unit.ShortName, EnglishName = unit.EnglishName, Kind = unit.Kind,
        ParentId = unit.ParentId, HostId = unit.HostId, Aliases = unit.Aliases, Since = unit.Since, Until = until, Version = unit.Version,
    };
}
