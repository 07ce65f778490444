namespace Suite.Directory.Accounts;

/// <summary>A sign-in that ended while access tokens of it may still be valid.</summary>
public sealed class Revocation
{
    /// <summary>The tokens' sid claim: a session, or an API client's secret.</summary>
    public required Guid Id { get; init; }

    /// <summary>When the last of its tokens has expired by itself, the verifiers' tolerance included.</summary>
    public required DateTimeOffset Until { get; init; }
}
