using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Suite.ServiceDefaults.Clients;

namespace Suite.Directory.Clients;

/// <summary>Makes and reads secrets: an identifier to find it by, a full stop, and 256 random bits.</summary>
static class Secrets
{
    public const int Longest = 100;
    const int RandomBytes = 32;

    /// <returns>The secret to store, and its text, which nothing keeps.</returns>
    public static (ClientSecret Stored, string Text) Make(string client, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var text = $"{id:N}.{Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(RandomBytes))}";
        return (new() { Id = id, ClientId = client, Hash = HashOf(text), Created = now, Grant = Guid.NewGuid() }, text);
    }

    /// <summary>A secret of the installation's own services, which both sides were given.</summary>
    public static ClientSecret Given(string client, string secret, DateTimeOffset now) => new()
    {
        Id = ServiceSecret.IdOf(secret), ClientId = client, Hash = HashOf(ServiceSecret.Text(secret)), Created = now, Grant = Guid.NewGuid(),
    };

    public static Guid? IdIn(string text) => Guid.TryParseExact(text.Split('.')[0], "N", out var id) ? id : null;

    public static bool Matches(ClientSecret stored, string text) => CryptographicOperations.FixedTimeEquals(stored.Hash, HashOf(text));

    /// <summary>A plain hash will do: the secret is random, there is nothing to guess.</summary>
    static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
