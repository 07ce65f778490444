using System.Text.Json;
using Google.Protobuf;
using Suite.Testing;

namespace Suite.Gateway.Tests;

/// <summary>
/// Stands where a service would: takes any call at both doors and answers with what it saw of it. JSON calls get it as their body,
/// gRPC calls as field 1 (a string) of the answer.
/// </summary>
sealed class FakeBackend : IAsyncDisposable
{
    readonly WebApplication _app;

    public FakeBackend(string name)
    {
        Name = name;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("Kestrel:Endpoints:http:Url", Http).UseSetting("Kestrel:Endpoints:http:Protocols", "Http1")
            .UseSetting("Kestrel:Endpoints:grpc:Url", Grpc).UseSetting("Kestrel:Endpoints:grpc:Protocols", "Http2")
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.MapGet("/health/ready", () => Ready ? Results.Ok() : Results.StatusCode(503));
        _app.MapFallback("{**path}", AnswerAsync);
    }

    public string Name { get; }

    public string Http { get; } = $"http://127.0.0.1:{FreePorts.Take()}";

    public string Grpc { get; } = $"http://127.0.0.1:{FreePorts.Take()}";

    public bool Ready { get; set; } = true;

    /// <summary>Most bytes that the body of one request brought here.</summary>
    public long LargestBody { get; private set; }

    public Task StartAsync() => _app.StartAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Headers.ContainsKey("x-hang-up"))
        {
            http.Abort();
            return;
        }

        if (http.Request.Headers.ContainsKey("x-sleep")) await Task.Delay(Timeout.Infinite, http.RequestAborted);
        var seen = new Seen(Name, http.Request.Method, http.Request.Path.Value ?? "", http.Request.QueryString.Value ?? "",
            http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()), await MeasureAsync(http));
        http.Response.Headers.Server = "fake/1.0";
        if (http.Request.ContentType == "application/grpc") await AnswerGrpcAsync(http, seen);
        else await http.Response.WriteAsJsonAsync(seen);
    }

    async Task<long> MeasureAsync(HttpContext http)
    {
        var (length, buffer) = (0L, new byte[65536]);
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is var read and > 0)
        {
            length += read;
            LargestBody = Math.Max(LargestBody, length);
        }

        return length;
    }

    static async Task AnswerGrpcAsync(HttpContext http, Seen seen)
    {
        http.Response.ContentType = "application/grpc";
        var message = new Suite.Tasks.V1.Task { Name = JsonSerializer.Serialize(seen) }.ToByteArray();
        await http.Response.BodyWriter.WriteAsync(RawCall.Frame(message));
        http.Response.AppendTrailer("grpc-status", http.Request.Headers["x-status"].ToString() is { Length: > 0 } status ? status : "0");
        http.Response.AppendTrailer("grpc-message", "as%20asked");
    }
}

/// <summary>What a backend saw of a request.</summary>
sealed record Seen(string Backend, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, long BodyLength)
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static Seen Of(string json) => JsonSerializer.Deserialize<Seen>(json, Web)!;
}
