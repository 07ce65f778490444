using Suite.Directory.Units;

namespace Suite.Directory.Groups;

/// <summary>A collective name: all units of some kinds, the units of a list, the members of other groups.</summary>
public sealed record UnitGroup
{
    /// <summary>Last part of groups/{group}.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical collective name, e.g. 各镇街（园区）.</summary>
    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    public string[] Aliases { get; init; } = [];

    /// <summary>Kinds whose units are all members; empty where members are listed.</summary>
    public UnitKind[] Kinds { get; init; } = [];

    /// <summary>First day without the group; null where no end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Counts the changes of the group, from 1.</summary>
    public int Version { get; init; } = 1;

    public bool IsOn(DateOnly day) => !(Until <= day);
}

/// <summary>A unit that a group lists from a day on.</summary>
public sealed record GroupMember(string GroupId, string UnitId)
{
    /// <summary>The first day; the earliest there is where the unit always was a member.</summary>
    public DateOnly Since { get; init; } = DateOnly.MinValue;

    /// <summary>The first day without; null where no end is known.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>A group whose members are all members of another one, from a day on.</summary>
public sealed record GroupNesting(string GroupId, string InnerId)
{
    public DateOnly Since { get; init; } = DateOnly.MinValue;

    /// <summary>The first day without; null where no end is known.</summary>
    public DateOnly? Until { get; init; }
}
