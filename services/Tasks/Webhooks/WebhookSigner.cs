using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Suite.Tasks.Webhooks;

/// <summary>
/// Signs as the specification "Standard Webhooks" says: HMAC-SHA256 over id, time and body, one signature for each secret in use. The
/// receiver refuses what is older than five minutes, so that nothing can be replayed.
/// </summary>
public static class WebhookSigner
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";
    const string SecretPrefix = "whsec_";
    const int KeyBytes = 32;

    public static WebhookSecret NewSecret(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString("N"), RandomNumberGenerator.GetBytes(KeyBytes), now, null);

    /// <summary>As the receiver is given it, once.</summary>
    public static string TextOf(WebhookSecret secret) => SecretPrefix + Convert.ToBase64String(secret.Key);

    /// <summary>The three headers of a payload.</summary>
    public static IEnumerable<(string Name, string Value)> Headers(string id, DateTimeOffset now, string payload, IEnumerable<WebhookSecret> secrets)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{id}.{time}.{payload}");
        yield return (IdHeader, id);
        yield return (TimeHeader, time);
        yield return (SignatureHeader, string.Join(' ', secrets.Select(s => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(s.Key, signed))}")));
    }
}
