using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Suite.Walkthrough.Gateway;

/// <summary>Calls to the gateway: JSON there and back, errors as <see cref="Refusal"/>, repeated while something is only away for a moment.</summary>
sealed class GatewayClient(HttpClient http, TimeProvider clock)
{
    const int Attempts = 8;
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public async Task<Session> SignInAsync(string account, string password, CancellationToken cancellation)
    {
        var token = await SendAsync<Token>(HttpMethod.Post, "v1/auth/token", new() { Json = new { account, password } }, cancellation);
        return new(this, account, token.AccessToken);
    }

    public async Task<T> SendAsync<T>(HttpMethod method, string path, Call call, CancellationToken cancellation)
    {
        var bytes = await SendAsync(method, path, call, cancellation);
        return JsonSerializer.Deserialize<T>(bytes, Json) ?? throw new JsonException($"{method} /{path} answered null.");
    }

    /// <exception cref="Refusal">The answer was an error.</exception>
    public async Task<byte[]> SendAsync(HttpMethod method, string path, Call call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = Request(method, path, call);
            using var answer = await http.SendAsync(request, cancellation);
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsByteArrayAsync(cancellation);
            if (attempt == Attempts || !PassesByItself(answer.StatusCode)) throw await Refusal.FromAsync($"{method} /{path}", answer, cancellation);
            await Task.Delay(Pause(answer, attempt), clock, cancellation);
        }
    }

    static HttpRequestMessage Request(HttpMethod method, string path, Call call)
    {
        var request = new HttpRequestMessage(method, path);
        if (call.Token is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        // Every command carries an id, so that repeating it after a lost answer does nothing twice.
        if (call.RequestId is { } id) request.Headers.Add("Idempotency-Key", id);
        if (call.Json is { } json) request.Content = new StringContent(JsonSerializer.Serialize(json, Json), Encoding.UTF8, "application/json");
        if (call.Document is { } document)
        {
            request.Content = new ByteArrayContent(document);
            request.Content.Headers.ContentType = new("text/plain") { CharSet = "utf-8" };
        }

        return request;
    }

    static bool PassesByItself(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    static TimeSpan Pause(HttpResponseMessage answer, int attempt)
    {
        var pause = answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(250 << attempt);
        return pause < LongestPause ? pause : LongestPause;
    }

    sealed record Token(string AccessToken, int ExpiresIn);
}

/// <summary>What goes with a request.</summary>
sealed record Call
{
    public string? Token { get; init; }

    public string? RequestId { get; init; }

    public object? Json { get; init; }

    public byte[]? Document { get; init; }
}
