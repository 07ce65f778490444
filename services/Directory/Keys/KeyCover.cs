using System.Security.Cryptography;
using System.Text;

namespace Suite.Directory.Keys;

/// <summary>
/// Encrypts private keys before they are stored (AES-256-GCM), with a key that is not in the database: it is derived from the secret under
/// <c>SigningKeys:Key</c>. What <c>SigningKeys:FormerKey</c> covered can still be opened. Without a secret keys are stored as they are.
/// </summary>
public sealed class KeyCover
{
    const int ShortestSecret = 32;
    const int NonceBytes = 12;
    const int TagBytes = 16;

    /// <summary>Stands before what is covered. PKCS #8 begins with 0x30.</summary>
    static readonly byte[] Mark = "SKC1"u8.ToArray();

    readonly byte[]? _key;
    readonly byte[]? _former;

    /// <exception cref="InvalidOperationException">A secret is too short.</exception>
    public KeyCover(IConfiguration configuration) => (_key, _former) = (KeyIn(configuration, "SigningKeys:Key"), KeyIn(configuration, "SigningKeys:FormerKey"));

    /// <param name="id">The signing key's; a private key stored under another one does not open.</param>
    public byte[] Cover(string id, byte[] privateKey)
    {
        if (_key is null) return privateKey;
        var (nonce, tag, covered) = (RandomNumberGenerator.GetBytes(NonceBytes), new byte[TagBytes], new byte[privateKey.Length]);
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Encrypt(nonce, privateKey, covered, tag, Encoding.UTF8.GetBytes(id));
        return [.. Mark, .. nonce, .. tag, .. covered];
    }

    /// <exception cref="InvalidOperationException">Neither secret opens it.</exception>
    public byte[] Open(string id, byte[] stored)
    {
        if (!IsCovered(stored)) return stored;
        return TryOpen(_key, id, stored) ?? TryOpen(_former, id, stored) ?? throw new InvalidOperationException(
            $"The stored signing key {id} is covered with another secret than SigningKeys:Key; give the earlier one as SigningKeys:FormerKey.");
    }

    /// <summary>True where it is stored as it would be now.</summary>
    public bool IsCurrent(string id, byte[] stored) => _key is null ? !IsCovered(stored) : IsCovered(stored) && TryOpen(_key, id, stored) is not null;

    static bool IsCovered(byte[] stored) => stored.AsSpan().StartsWith(Mark) && stored.Length > Mark.Length + NonceBytes + TagBytes;

    static byte[]? TryOpen(byte[]? key, string id, byte[] stored)
    {
        if (key is null) return null;
        var rest = stored.AsSpan(Mark.Length);
        var opened = new byte[rest.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(rest[..NonceBytes], rest[(NonceBytes + TagBytes)..], rest[NonceBytes..(NonceBytes + TagBytes)], opened, Encoding.UTF8.GetBytes(id));
            return opened;
        }
        catch (AuthenticationTagMismatchException)
        {
            // Covered with the other secret, or altered.
            return null;
        }
    }

    static byte[]? KeyIn(IConfiguration configuration, string name)
    {
        if (configuration[name] is not { Length: > 0 } secret) return null;
        return secret.Length >= ShortestSecret
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "suite signing keys"u8.ToArray())
            : throw new InvalidOperationException($"{name} must have at least {ShortestSecret} characters.");
    }
}
