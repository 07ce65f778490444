using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;
using Suite.ServiceDefaults.Clients;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>How a service earns a token of its own where an external provider issues them.</summary>
public sealed class ServiceIdentityTests : IAsyncLifetime
{
    OpenIdProvider _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await OpenIdProvider.StartAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Headers_AskedForTwice_OneTokenUntilItIsForgotten()
    {
        using var identity = Identity(_provider.Authority, OpenIdProvider.ClientSecret);
        var first = await AuthorizationAsync(identity);
        first.ShouldStartWith("Bearer ey");
        (await AuthorizationAsync(identity)).ShouldBe(first);
        _provider.Granted.ShouldBe(1);
        identity.Forget();
        await AuthorizationAsync(identity);
        _provider.Granted.ShouldBe(2);
    }

    [Fact]
    public async Task Headers_TokenAboutToEnd_AreEarnedAnew()
    {
        _provider.GrantedFor = 30;
        using var identity = Identity(_provider.Authority, OpenIdProvider.ClientSecret);
        await AuthorizationAsync(identity);
        await AuthorizationAsync(identity);
        _provider.Granted.ShouldBe(2);
    }

    [Fact]
    public async Task Headers_WrongSecret_Unauthenticated()
    {
        using var identity = Identity(_provider.Authority, "guessed");
        (await Should.ThrowAsync<RpcException>(() => AuthorizationAsync(identity))).StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task Headers_ProviderAway_Unavailable()
    {
        using var identity = Identity($"http://127.0.0.1:{FreePorts.Take()}", OpenIdProvider.ClientSecret);
        (await Should.ThrowAsync<RpcException>(() => AuthorizationAsync(identity))).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    static ServiceIdentity Identity(string authority, string secret)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Authentication:Authority"] = authority, ["ServiceClient:Id"] = OpenIdProvider.Client, ["ServiceClient:Secret"] = secret,
        }).Build();
        // Directory is not asked where somebody else issues the tokens.
        return new(settings, GrpcChannel.ForAddress($"http://127.0.0.1:{FreePorts.Take()}"), TimeProvider.System);
    }

    static async Task<string> AuthorizationAsync(ServiceIdentity identity) =>
        (await identity.HeadersAsync(TestContext.Current.CancellationToken)).GetValue("authorization")!;
}
