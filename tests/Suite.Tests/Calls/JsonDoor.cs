using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Suite.Tests.Calls;

/// <summary>The gateway's door for JSON.</summary>
public sealed class JsonDoor(Uri address) : IDisposable
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    public Uri Address => address;

    public Task<Answer> GetAsync(string path, string? token) => SendAsync(HttpMethod.Get, path, token, content: null);

    public Task<Answer> PostAsync(string path, object body, string? token, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, path, token, new StringContent(JsonSerializer.Serialize(body, Options), Encoding.UTF8, "application/json"), idempotencyKey);

    public Task<Answer> PatchAsync(string path, object body, string? token) =>
        SendAsync(HttpMethod.Patch, path, token, new StringContent(JsonSerializer.Serialize(body, Options), Encoding.UTF8, "application/json"));

    public Task<Answer> PostDocumentAsync(string path, byte[] document, string? token)
    {
        var content = new ByteArrayContent(document);
        content.Headers.ContentType = new("text/plain") { CharSet = "utf-8" };
        return SendAsync(HttpMethod.Post, path, token, content);
    }

    public async Task<byte[]> DownloadAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All items of a list, page by page.</summary>
    public async Task<List<JsonNode>> ListAsync(string path, string items, string token)
    {
        var all = new List<JsonNode>();
        var joint = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (string? next = null; ;)
        {
            var page = (await GetAsync(next is null ? path : $"{path}{joint}pageToken={Uri.EscapeDataString(next)}", token)).Good();
            all.AddRange(page[items]!.AsArray().Select(item => item!));
            next = page["nextPageToken"]?.GetValue<string>();
            if (string.IsNullOrEmpty(next)) return all;
        }
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? token, HttpContent? content, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new($"{method} /{path}", answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "", body);
    }

    public void Dispose() => _http.Dispose();
}
