using System.Text.Json;
using Suite.Testing;

namespace Suite.Gateway.Tests;

/// <summary>The gateway in front of four fake backends.</summary>
public sealed class Installation : IAsyncLifetime
{
    static readonly string[] Names = ["directory", "tasks", "indicators", "reporting"];

    /// <summary>Every method of the contract is called within a second or two: that many calls of one caller are not what these tests are about.</summary>
    readonly Dictionary<string, string?> _settings = new() { ["Gateway:Caller:PerSecond"] = "10000", ["Gateway:Caller:Burst"] = "10000" };
    TestHost<Program>? _gateway;

    internal Dictionary<string, FakeBackend> Backends { get; } = Names.ToDictionary(n => n, n => new FakeBackend(n));

    internal TestHost<Program> Gateway => _gateway ?? throw new InvalidOperationException("The gateway has not been started.");

    internal HttpClient Json => Gateway.HttpClient();

    /// <summary>For calls made by hand at the gRPC port.</summary>
    internal HttpClient Grpc { get; private set; } = new();

    /// <summary>One setting of the gateway other than usual; before it is started.</summary>
    internal Installation With(string key, string? value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Leaves a backend down.</summary>
    internal Installation Without(string backend)
    {
        Backends.Remove(backend);
        return With($"services:{backend}:http:0", $"http://127.0.0.1:{FreePorts.Take()}").With($"services:{backend}:grpc:0", $"http://127.0.0.1:{FreePorts.Take()}");
    }

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, backend) in Backends)
        {
            await backend.StartAsync();
            With($"services:{name}:http:0", backend.Http).With($"services:{name}:grpc:0", backend.Grpc);
        }

        _gateway = TestHost<Program>.Start(_settings, services => services.TrustTestTokens());
        Grpc = new() { BaseAddress = Gateway.Grpc };
        await ReadyAsync(Backends.Count == Names.Length);
    }

    public async ValueTask DisposeAsync()
    {
        Grpc.Dispose();
        if (_gateway is not null) await _gateway.DisposeAsync();
        foreach (var backend in Backends.Values) await backend.DisposeAsync();
    }

    /// <summary>Waits until the gateway has seen what its probes must show it.</summary>
    internal async Task ReadyAsync(bool expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var response = await Json.GetAsync("/health/ready", patience.Token);
            if (response.IsSuccessStatusCode == expected) return;
            await Task.Delay(100, patience.Token);
        }
    }
}

static class Calls
{
    public static async Task<Seen> SeenAsync(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<Seen>(TestContext.Current.CancellationToken))!;

    public static async Task<string?> ReasonAsync(this HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json") return null;
        return (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("reason").GetString();
    }
}
