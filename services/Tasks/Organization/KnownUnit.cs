namespace Suite.Tasks.Organization;

/// <summary>Facts of a unit that hold from a day to a day, copied from the directory.</summary>
public sealed record KnownUnit
{
    public required string UnitId { get; init; }

    /// <summary>The first day; <see cref="DateOnly.MinValue"/> where they always held.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which they no longer hold; null where no end is known.</summary>
    public DateOnly? Until { get; init; }

    public required string Name { get; init; }

    /// <summary>The number of the directory's UnitKind.</summary>
    public required int Kind { get; init; }

    public string? ParentId { get; init; }

    public string? HostId { get; init; }

    /// <summary>Units that took over when this one ended; only in its last facts.</summary>
    public string[] Successors { get; init; } = [];
}

/// <summary>A group with its members of the day it was read, copied from the directory.</summary>
public sealed record KnownGroup
{
    public required string GroupId { get; init; }

    public required string Name { get; init; }

    public string[] MemberIds { get; init; } = [];

    public required DateOnly AsOf { get; init; }
}
