using System.Security.Cryptography;

namespace Suite.Directory.Keys;

/// <summary>A P-256 key pair that access tokens are signed with (ES256).</summary>
public sealed class SigningKey
{
    /// <summary>The kid header of tokens: the key's RFC 7638 thumbprint.</summary>
    public required string Id { get; init; }

    /// <summary>PKCS #8, covered by <see cref="KeyCover"/> where there is a secret for it.</summary>
    public required byte[] PrivateKey { get; set; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Published from the beginning, it signs from here on.</summary>
    public required DateTimeOffset SignsFrom { get; init; }

    public static SigningKey Create(KeyCover cover, DateTimeOffset now, DateTimeOffset signsFrom)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = KeyRing.Thumbprint(key);
        return new() { Id = id, PrivateKey = cover.Cover(id, key.ExportPkcs8PrivateKey()), Created = now, SignsFrom = signsFrom };
    }
}
