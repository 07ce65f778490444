using System.Security.Cryptography;
using System.Text;

namespace Suite.ServiceDefaults.Clients;

/// <summary>
/// The secret that two services of one installation were both given, in the form in which directory keeps an API client's secrets: an
/// identifier to find it by, a full stop, and the secret itself. The identifier is derived, so that neither has to tell it to the other.
/// </summary>
public static class ServiceSecret
{
    /// <summary>Fewer characters could be guessed.</summary>
    public const int Shortest = 32;

    /// <summary>Longest that fits a client's secret.</summary>
    public const int Longest = 64;

    public static string Text(string secret) => $"{IdOf(secret):N}.{secret}";

    public static Guid IdOf(string secret) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"id of {secret}")).AsSpan(0, 16));
}
