using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Keys;

/// <summary>What access tokens say about where they come from and whom they are for.</summary>
public sealed record TokenSettings(string Issuer, string Audience)
{
    public const string DefaultIssuer = "urn:suite:directory";

    public static TokenSettings From(IConfiguration configuration) =>
        new(configuration["Authentication:Issuer"] ?? DefaultIssuer, configuration["Authentication:Audience"] ?? TokenAuthentication.Audience);
}
