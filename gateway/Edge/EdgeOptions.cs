using System.ComponentModel.DataAnnotations;

namespace Suite.Gateway.Edge;

/// <summary>What an installation may set of the edge, under <c>Gateway</c>.</summary>
sealed record EdgeOptions
{
    public const string Section = "Gateway";

    /// <summary>Calls of one account, or, without a token, of one address.</summary>
    [Required]
    public RateLimit Caller { get; init; } = new() { PerSecond = 200, Burst = 400 };

    /// <summary>Sign-ins from one address.</summary>
    [Required]
    public RateLimit SignIn { get; init; } = new() { PerSecond = 10, Burst = 20 };

    /// <summary>Networks of the load balancers in front of the gateway, e.g. <c>10.0.0.0/8</c>, whose X-Forwarded headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];
}

/// <summary>A bucket of tokens: so many calls at once, refilled with so many a second.</summary>
sealed record RateLimit
{
    [Range(1, 1_000_000)]
    public int PerSecond { get; init; }

    [Range(1, 1_000_000)]
    public int Burst { get; init; }
}
