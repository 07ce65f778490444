using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Grpc.Core;
using Microsoft.Extensions.Configuration;

namespace Suite.ServiceDefaults.Clients;

/// <summary>Earns tokens at an external OpenID Connect provider by the client credentials grant (RFC 6749, section 4.4).</summary>
sealed class ClientCredentials(string authority, string id, string secret) : IDisposable
{
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Null where directory issues the tokens.</summary>
    public static ClientCredentials? From(IConfiguration settings) => settings["Authentication:Authority"] is { Length: > 0 } authority
        ? new(authority, settings["ServiceClient:Id"] ?? "", settings["ServiceClient:Secret"] ?? "")
        : null;

    /// <exception cref="RpcException">UNAVAILABLE where the provider is away, UNAUTHENTICATED where it refuses.</exception>
    public async Task<EarnedToken> AskAsync(CancellationToken cancellation)
    {
        try
        {
            var found = await _http.GetFromJsonAsync<Discovery>($"{authority.TrimEnd('/')}/.well-known/openid-configuration", cancellation);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret,
            });
            using var answer = await _http.PostAsync(new Uri(found!.TokenEndpoint), form, cancellation);
            if (!answer.IsSuccessStatusCode) throw Fault(StatusCode.Unauthenticated, $"answers {(int)answer.StatusCode} to '{id}'");
            var grant = await answer.Content.ReadFromJsonAsync<Grant>(cancellation);
            return new(grant!.AccessToken, TimeSpan.FromSeconds(grant.ExpiresIn));
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or UriFormatException)
        {
            throw Fault(StatusCode.Unavailable, $"gives no token: {error.Message}");
        }
    }

    public void Dispose() => _http.Dispose();

    RpcException Fault(StatusCode code, string what) => new(new Status(code, $"{authority} {what}"));

    sealed record Discovery([property: JsonPropertyName("token_endpoint"), JsonRequired] string TokenEndpoint);

    sealed record Grant(
        [property: JsonPropertyName("access_token"), JsonRequired] string AccessToken, [property: JsonPropertyName("expires_in"), JsonRequired] int ExpiresIn);
}
