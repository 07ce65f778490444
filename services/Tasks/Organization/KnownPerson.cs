namespace Suite.Tasks.Organization;

/// <summary>A leader with every post, past and to come, copied from the directory.</summary>
public sealed record KnownPerson
{
    public required string PersonId { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<KnownPost> Posts { get; init; }

    public IEnumerable<KnownPost> PostsOn(DateOnly day) => Posts.Where(p => p.IsOn(day));
}

/// <param name="Position">1: in charge; 2: coordinating; 0: neither.</param>
/// <param name="Units">Identifiers of the units the leader is responsible for.</param>
/// <param name="Since">The first day; null where it was always held.</param>
/// <param name="Until">The first day without it; null where no end is known.</param>
public sealed record KnownPost(string Title, int Position, string Portfolio, IReadOnlyList<string> Units, DateOnly? Since, DateOnly? Until)
{
    public bool IsOn(DateOnly day) => !(Since > day) && !(Until <= day);
}

/// <summary>Days on which one leader stands in for another.</summary>
/// <param name="Until">The first day on which the leader is back.</param>
public sealed record KnownAbsence(string PersonId, DateOnly Since, DateOnly Until, string DeputyId);

/// <summary>An account that acts for a unit or belongs to a leader.</summary>
public sealed record KnownStaff
{
    public required string Account { get; init; }

    public required string Name { get; init; }

    /// <summary>Names of suite.auth.v1.Role in lower case.</summary>
    public required string[] Roles { get; init; }

    public string? UnitId { get; init; }

    public string? PersonId { get; init; }
}
