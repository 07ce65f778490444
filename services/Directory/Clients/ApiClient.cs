namespace Suite.Directory.Clients;

/// <summary>What an API client is allowed to be.</summary>
/// <param name="Roles">As the roles claim says them, without repetition.</param>
/// <param name="UnitId">The unit it acts for, or null.</param>
/// <param name="Methods">Full names of methods or services it may call, without repetition.</param>
public sealed record ClientRights(string DisplayName, IReadOnlyList<string> Roles, string? UnitId, IReadOnlyList<string> Methods);

/// <summary>A department's system that calls the suite in its own name.</summary>
public sealed class ApiClient
{
    public required string Id { get; init; }

    public required string DisplayName { get; set; }

    public required string[] Roles { get; set; }

    public string? UnitId { get; set; }

    public required string[] Methods { get; set; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Disabled { get; set; }

    /// <summary>Counts what was changed: the etag.</summary>
    public int Revision { get; set; }

    public ClientRights Rights
    {
        get => new(DisplayName, Roles, UnitId, Methods);
        set => (DisplayName, Roles, UnitId, Methods) = (value.DisplayName, [.. value.Roles], value.UnitId, [.. value.Methods]);
    }
}

/// <summary>One of a client's secrets, kept only as its hash.</summary>
public sealed class ClientSecret
{
    /// <summary>The secret's first part, by which it is found.</summary>
    public required Guid Id { get; init; }

    public required string ClientId { get; init; }

    /// <summary>SHA-256 of the whole secret.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When it stops working; null for the newest.</summary>
    public DateTimeOffset? Expires { get; set; }

    /// <summary>The sid claim of tokens earned with it; another one after each change of the client's rights.</summary>
    public required Guid Grant { get; set; }

    public bool Works(DateTimeOffset now) => Expires is null || Expires > now;
}
