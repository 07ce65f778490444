namespace Suite.Directory.Accounts;

/// <summary>
/// What one sign-in began: the family of refresh tokens that follow from it, of which only the last one works. It ends when its
/// time is over, or at once when a token that was traded already comes again, because then somebody has a copy.
/// </summary>
public sealed class Session
{
    /// <summary>After so long a password is asked for again.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Ended { get; set; }

    public bool IsOpen(DateTimeOffset now) => Ended is null && now < Expires;
}

/// <summary>A refresh token, kept only as its hash.</summary>
public sealed class RefreshToken
{
    /// <summary>A session that is not used for so long is over.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(3);

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; init; }

    public required Guid SessionId { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it was traded for a new pair; null while it works.</summary>
    public DateTimeOffset? Used { get; init; }
}
