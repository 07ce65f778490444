namespace Suite.Testing;

/// <summary>
/// Publishes the key of the test process as an OpenID Connect provider does, so that a service which runs as a process of its own accepts
/// <see cref="TestTokens"/>: its address goes into <c>Authentication:Authority</c>.
/// </summary>
public sealed class TestAuthority : IAsyncDisposable
{
    readonly WebApplication _app;

    TestAuthority(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<TestAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePorts.Take()}");
        var authority = new TestAuthority(builder.Build());
        authority._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = TestTokens.Issuer, jwks_uri = $"{authority.Address}/keys" }));
        authority._app.MapGet("/keys", () => Results.Json(new { keys = new[] { TestTokens.PublicKey } }));
        await authority._app.StartAsync();
        return authority;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
