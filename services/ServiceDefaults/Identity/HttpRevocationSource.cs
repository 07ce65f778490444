using System.Net.Http.Json;
using System.Text.Json;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Reads the list that directory publishes.</summary>
sealed class HttpRevocationSource(Uri address) : IRevocationSource, IDisposable
{
    const int MostBytes = 16 << 20;

    readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(2), MaxResponseContentBufferSize = MostBytes };

    public async Task<IReadOnlySet<string>> ReadAsync(CancellationToken cancellation)
    {
        using var answer = await _client.GetAsync(address, cancellation);
        answer.EnsureSuccessStatusCode();
        var list = await answer.Content.ReadFromJsonAsync<RevocationList>(JsonSerializerOptions.Web, cancellation);
        return list?.Sessions?.ToHashSet() ?? throw new JsonException($"{address} answered without 'sessions'.");
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>The document at /v1/auth/revocations.</summary>
public sealed record RevocationList(IReadOnlyList<string> Sessions);
