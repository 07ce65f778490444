using Suite.Directory.Units;

namespace Suite.Directory.Groups;

/// <summary>A collective name: all units of some kinds, or the units of a list.</summary>
public sealed record UnitGroup
{
    /// <summary>Last part of groups/{group}.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical collective name, e.g. 各镇街（园区）.</summary>
    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    public string[] Aliases { get; init; } = [];

    /// <summary>Kinds whose units are all members; empty where <see cref="GroupMember"/>s list them.</summary>
    public UnitKind[] Kinds { get; init; } = [];
}

/// <summary>A unit that a group lists.</summary>
public sealed record GroupMember(string GroupId, string UnitId);
