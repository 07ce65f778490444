using System.Net;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Tests;

/// <summary>An answer over the JSON door.</summary>
sealed record JsonAnswer(HttpStatusCode Status, string? ContentType, JsonElement Body, string? Etag)
{
    public string? Reason => Member("reason");

    public string? Detail => Member("detail");

    public IReadOnlyList<string> Fields => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("violations", out var violations)
        ? [.. violations.EnumerateArray().Select(v => v.GetProperty("field").GetString()!)]
        : [];

    public string? Member(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value.ToString() : null;
}

static class Answers
{
    public static Task<JsonAnswer> JsonAsync(this HttpClient client, HttpMethod method, string path, string? body = null, params (string, string)[] headers) =>
        client.JsonAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), headers);

    public static async Task<JsonAnswer> JsonAsync(this HttpClient client, HttpMethod method, string path, byte[]? body, params (string, string)[] headers)
    {
        // Without this the address would be "corrected" before it is sent.
        var address = new Uri(client.BaseAddress + path[1..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType,
            isJson ? JsonDocument.Parse(text).RootElement : default, response.Headers.ETag?.Tag);
    }

    /// <summary>The error of a gRPC call, with the problem it carries; fails when the call succeeds or carries none.</summary>
    public static async Task<(StatusCode Status, Problem Problem)> RefusalAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException error)
        {
            return (error.StatusCode, RpcProblem.FromRpc(error) ?? throw new InvalidOperationException($"{error.Status} carries no details.", error));
        }

        throw new InvalidOperationException("The call was not refused.");
    }
}
