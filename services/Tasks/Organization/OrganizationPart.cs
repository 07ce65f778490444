namespace Suite.Tasks.Organization;

/// <summary>What was read of the directory, to take the place of what the copy said.</summary>
public sealed record OrganizationPart
{
    /// <summary>Units whose facts these are, all of each; a unit without facts is forgotten.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<KnownUnit>> Units { get; init; } = new Dictionary<string, IReadOnlyList<KnownUnit>>();

    /// <summary>All groups; null where they were not read.</summary>
    public IReadOnlyList<KnownGroup>? Groups { get; init; }

    /// <summary>All people with their absences; null where they were not read.</summary>
    public (IReadOnlyList<KnownPerson> People, IReadOnlyList<KnownAbsence> Absences)? People { get; init; }

    /// <summary>The staff of the units and people named; of everybody for the empty name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<KnownStaff>> Staff { get; init; } = new Dictionary<string, IReadOnlyList<KnownStaff>>();
}
