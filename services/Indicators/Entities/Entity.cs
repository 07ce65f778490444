namespace Suite.Indicators.Entities;

/// <summary>Something that has figures: a unit of the directory as last heard of, or a region outside.</summary>
public sealed class Entity
{
    /// <summary>Begins the ids of regions, so that none is a unit's.</summary>
    public const string RegionPrefix = "region-";

    /// <summary>Short for the store of figures; given once.</summary>
    public int Number { get; private init; }

    /// <summary>Last part of entities/{entity}: the unit's id, or region-….</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required EntityKind Kind { get; set; }

    /// <summary>Id of the entity above; null at the top.</summary>
    public string? ParentId { get; set; }

    /// <summary>Other names it goes by in tables that are imported.</summary>
    public string[] Aliases { get; set; } = [];

    public bool IsRegion => Kind == EntityKind.Region;
}
