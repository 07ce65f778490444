namespace Suite.Directory.Units;

/// <summary>A body that leads or supports tasks.</summary>
public sealed record Unit
{
    /// <summary>Last part of units/{unit}: 1 to 40 of a-z, 0-9 and "-"; stays when names change.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical name, e.g. 市发展改革局.</summary>
    public required string Name { get; init; }

    /// <summary>Usual short name, e.g. 市发改局; empty for none.</summary>
    public string ShortName { get; init; } = "";

    public required string EnglishName { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>The unit above this one; null for the root.</summary>
    public string? ParentId { get; init; }

    /// <summary>The unit that houses this office (挂靠); null for most.</summary>
    public string? HostId { get; init; }

    /// <summary>Other names the unit is known by.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>First day of these facts; null where they always held. What held before is in <see cref="UnitPast"/>.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>First day on which they no longer hold; null where no end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The units that took over when this one ended.</summary>
    public string[] Successors { get; init; } = [];

    /// <summary>Counts the changes of the unit, from 1.</summary>
    public int Version { get; init; } = 1;

    public bool IsOn(DateOnly day) => !(Since > day) && !(Until <= day);
}
