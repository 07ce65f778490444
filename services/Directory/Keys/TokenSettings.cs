using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Keys;

/// <summary>What access tokens say about where they come from and whom they are for.</summary>
/// <param name="ExternalAuthority">The OpenID Connect provider that issues tokens in this service's place; null for none.</param>
public sealed record TokenSettings(string Issuer, string Audience, string? ExternalAuthority)
{
    public const string DefaultIssuer = "urn:suite:directory";

    public static TokenSettings From(IConfiguration configuration) =>
        new(configuration["Authentication:Issuer"] ?? DefaultIssuer, configuration["Authentication:Audience"] ?? TokenAuthentication.Audience,
            configuration["Authentication:Authority"] is { Length: > 0 } authority ? authority : null);
}
