using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Suite.Auth.V1;
using Suite.ServiceDefaults.Identity;

namespace Suite.Testing;

/// <summary>Access tokens as directory issues them, signed with a key of the test process, for services tested without directory.</summary>
public static class TestTokens
{
    public const string Issuer = "urn:suite:tests";

    static readonly ECDsaSecurityKey Key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "tests" };

    /// <summary>What verifies them, as a member of a JSON Web Key Set (RFC 7517).</summary>
    internal static object PublicKey
    {
        get
        {
            var point = Key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
            return new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = Key.KeyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) };
        }
    }

    /// <summary>A token that <see cref="TrustTestTokens"/> accepts, for 15 minutes from now by the system's clock.</summary>
    /// <param name="unit">units/{unit}, or null.</param>
    /// <param name="person">people/{person}, or null.</param>
    public static string For(string account, IEnumerable<Role> roles, string? unit = null, string? person = null) =>
        Sign(Claims(account, roles, unit, person), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(15));

    public static string For(Role role, string? unit = null, string? person = null) =>
        For(role.ToString().ToLowerInvariant(), [role], unit, person);

    /// <summary>A token with any fault one likes.</summary>
    /// <param name="key">Signing key; null for the tests' own.</param>
    public static string Sign(
        IDictionary<string, object> claims, DateTime expires, string audience = TokenAuthentication.Audience, string issuer = Issuer,
        SigningCredentials? key = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer, Audience = audience, Claims = claims, Expires = expires, NotBefore = expires.AddHours(-1), IssuedAt = expires.AddHours(-1),
            SigningCredentials = key ?? new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
        });

    public static IDictionary<string, object> Claims(string account, IEnumerable<Role> roles, string? unit = null, string? person = null)
    {
        var claims = new Dictionary<string, object>
        {
            [ClaimNames.Account] = account, [ClaimNames.DisplayName] = account,
            [ClaimNames.Role] = roles.Select(r => r.ToString().ToLowerInvariant()).ToArray(),
        };
        if (unit is not null) claims[ClaimNames.Unit] = unit;
        if (person is not null) claims[ClaimNames.Person] = person;
        return claims;
    }

    /// <summary>Makes a service under test accept these tokens and no others.</summary>
    public static void TrustTestTokens(this IServiceCollection services) =>
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            options.Authority = null;
            options.ConfigurationManager = null;
            options.TokenValidationParameters.ValidIssuer = Issuer;
            options.TokenValidationParameters.IssuerSigningKey = Key;
        });

    /// <summary>Makes the directory under test accept these tokens beside its own.</summary>
    public static void AlsoTrustTestTokens(this IServiceCollection services) =>
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            var own = options.TokenValidationParameters.IssuerSigningKeyResolver;
            options.TokenValidationParameters.ValidIssuers = [Issuer];
            options.TokenValidationParameters.IssuerSigningKeyResolver = (text, token, id, parameters) =>
                id == Key.KeyId ? [Key] : own(text, token, id, parameters);
        });
}
