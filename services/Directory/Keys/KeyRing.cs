using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Suite.Directory.Keys;

/// <summary>The signing keys in memory: the newest signs, all verify. Filled once before the service takes calls.</summary>
public sealed class KeyRing
{
    IReadOnlyList<ECDsaSecurityKey> _keys = [];

    public IReadOnlyList<ECDsaSecurityKey> Keys => _keys;

    public SigningCredentials Signer => _keys.Count > 0
        ? new(_keys[0], SecurityAlgorithms.EcdsaSha256)
        : throw new InvalidOperationException("The signing keys are asked for before they are loaded.");

    public void Load(IEnumerable<SigningKey> stored) =>
        _keys = [.. stored.OrderByDescending(k => k.Created).Select(k => new ECDsaSecurityKey(Import(k.PrivateKey)) { KeyId = k.Id })];

    public static string Thumbprint(ECDsa key) =>
        Base64UrlEncoder.Encode(new ECDsaSecurityKey(key).ComputeJwkThumbprint());

    static ECDsa Import(byte[] privateKey)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        return key;
    }
}
