using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Suite.Directory.Keys;

/// <summary>The signing keys in memory: all verify and are published; the newest whose time has come signs.</summary>
public sealed class KeyRing(TimeProvider clock, KeyCover cover)
{
    volatile IReadOnlyList<Held> _keys = [];

    public IReadOnlyList<ECDsaSecurityKey> Keys => [.. _keys.Select(k => k.Key)];

    public SigningCredentials Signer
    {
        get
        {
            var (keys, now) = (_keys, clock.GetUtcNow());
            if (keys.Count == 0) throw new InvalidOperationException("The signing keys are asked for before they are loaded.");
            return new((keys.FirstOrDefault(k => k.SignsFrom <= now) ?? keys[^1]).Key, SecurityAlgorithms.EcdsaSha256);
        }
    }

    /// <summary>Takes the stored keys; those it has already are kept as they are, since calls may be using them.</summary>
    public void Load(IEnumerable<SigningKey> stored)
    {
        var known = _keys.ToDictionary(k => k.Key.KeyId);
        _keys =
        [
            .. stored.OrderByDescending(k => k.SignsFrom).ThenByDescending(k => k.Created)
                .Select(k => known.GetValueOrDefault(k.Id) ?? new Held(new(Import(cover.Open(k.Id, k.PrivateKey))) { KeyId = k.Id }, k.SignsFrom)),
        ];
    }

    public static string Thumbprint(ECDsa key) =>
        Base64UrlEncoder.Encode(new ECDsaSecurityKey(key).ComputeJwkThumbprint());

    static ECDsa Import(byte[] privateKey)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        return key;
    }

    sealed record Held(ECDsaSecurityKey Key, DateTimeOffset SignsFrom);
}
