using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Keys;

/// <summary>What access tokens say about where they come from and whom they are for.</summary>
/// <param name="ExternalAuthority">The OpenID Connect provider that issues tokens in this service's place; null for none.</param>
public sealed record TokenSettings(string Issuer, string Audience, string? ExternalAuthority)
{
    public const string DefaultIssuer = "urn:suite:directory";

    /// <summary>For methods that make no sense where somebody else keeps the accounts.</summary>
    /// <exception cref="ProblemException">NO_SUCH_METHOD where an external authority issues the tokens.</exception>
    public void CheckOwn()
    {
        if (ExternalAuthority is not null)
            throw Problems.Because(Reason.NoSuchMethod, $"This installation takes the tokens of {ExternalAuthority}; sign in there.");
    }

    public static TokenSettings From(IConfiguration configuration) =>
        new(configuration["Authentication:Issuer"] ?? DefaultIssuer, configuration["Authentication:Audience"] ?? TokenAuthentication.Audience,
            configuration["Authentication:Authority"] is { Length: > 0 } authority ? authority : null);
}
