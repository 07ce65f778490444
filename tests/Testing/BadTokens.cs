using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Suite.Auth.V1;

namespace Suite.Testing;

/// <summary>Tokens with one fault each, which no service may accept.</summary>
public static class BadTokens
{
    /// <summary>What is wrong, and the token.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Make();

    static Dictionary<string, string> Make()
    {
        var (claims, soon) = (TestTokens.Claims("x", [Role.Office]), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(30));
        var good = TestTokens.For(Role.Office).Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        return new()
        {
            ["expired"] = TestTokens.Sign(claims, soon.AddMinutes(-35)),
            ["not yet valid"] = TestTokens.Sign(claims, soon.AddHours(3)),
            ["alg none"] = $"{none}.{good[1]}.",
            ["alg none, signed"] = $"{none}.{good[1]}.{good[2]}",
            ["another audience"] = TestTokens.Sign(claims, soon, audience: "others"),
            ["another issuer"] = TestTokens.Sign(claims, soon, issuer: "urn:others"),
            ["another key"] = TestTokens.Sign(claims, soon, key: new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "tests" }, SecurityAlgorithms.EcdsaSha256)),
            ["a shared secret"] = TestTokens.Sign(claims, soon, key: new(new SymmetricSecurityKey(new byte[32]), SecurityAlgorithms.HmacSha256)),
            ["no signature"] = $"{good[0]}.{good[1]}.",
            ["altered"] = $"{good[0]}.{good[1]}A.{good[2]}",
            ["no token at all"] = "nonsense",
        };
    }
}
