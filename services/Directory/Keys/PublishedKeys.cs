using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Suite.Directory.Keys;

/// <summary>What verifiers read: the key set (RFC 7517) and the document that leads to it (OpenID Connect Discovery 1.0).</summary>
public sealed class PublishedKeys(KeyRing keys, TokenSettings settings)
{
    public byte[] KeySet() => JsonSerializer.SerializeToUtf8Bytes(new { keys = keys.Keys.Select(Public) });

    /// <param name="origin">Scheme and authority the caller reached this service by, e.g. <c>http://127.0.0.1:5101</c>.</param>
    public byte[] Discovery(string origin) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        issuer = settings.Issuer,
        jwks_uri = $"{origin}/v1/auth/keys",
        token_endpoint = $"{origin}/v1/auth/token",
        response_types_supported = new[] { "token" },
        subject_types_supported = new[] { "public" },
        id_token_signing_alg_values_supported = new[] { SecurityAlgorithms.EcdsaSha256 },
    });

    static object Public(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = "EC", crv = "P-256", use = "sig", alg = SecurityAlgorithms.EcdsaSha256, kid = key.KeyId,
            x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
