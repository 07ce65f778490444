using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Suite.Directory.Keys;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>Signing keys change without anybody noticing, or at once when they must.</summary>
public sealed class KeyRotationTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    readonly ShiftedClock _clock = new();
    TestHost<DirectoryDbContext> _host = null!;

    AuthService.AuthServiceClient Anybody => new(_host.GrpcInvoker());

    public async ValueTask InitializeAsync()
    {
        var database = await PostgresFixture.CreateAsync($"keys_{Guid.NewGuid():N}");
        _host = TestHost<DirectoryDbContext>.Start(DirectoryFixture.Settings(database), services => services.AddSingleton<TimeProvider>(_clock));
        postgres.ConnectionString.ShouldNotBeEmpty();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task RotateKeys_Planned_PublishedFirstThenSignsThenTheOldOneGoes()
    {
        var old = Kid(await SignInAsync());
        var rotated = await (await AdminAsync()).RotateKeysAsync(new() { RequestId = "rotate-1" });
        rotated.Keys.Count.ShouldBe(2);
        (await PublishedAsync()).ShouldBe(rotated.Keys.Select(k => k.Id), ignoreOrder: true);
        Kid(await SignInAsync()).ShouldBe(old);
        _clock.Shift = KeyRotation.Lead + TimeSpan.FromSeconds(1);
        Kid(await SignInAsync()).ShouldBe(rotated.Keys[0].Id);
        await TendAsync();
        (await PublishedAsync()).Count.ShouldBe(2);
        _clock.Shift = KeyRotation.Lead + KeyRotation.Rest + TimeSpan.FromSeconds(1);
        await TendAsync();
        (await PublishedAsync()).ShouldBe([rotated.Keys[0].Id]);
    }

    [Fact]
    public async Task Tend_KeyInUseForLong_NextOneIsMadeOnceAndTokensStayGood()
    {
        var token = await SignInAsync();
        _clock.Shift = KeyRotation.LongestUse + TimeSpan.FromMinutes(1);
        await TendAsync();
        await TendAsync();
        (await PublishedAsync()).Count.ShouldBe(2);
        Kid(await SignInAsync()).ShouldBe(Kid(token));
        await new UnitService.UnitServiceClient(_host.GrpcInvoker(token)).ListUnitsAsync(new());
    }

    [Fact]
    public async Task RotateKeys_Compromised_OldTokensAreRefusedNewOnesGood()
    {
        var (stolen, admin) = (await SignInAsync(), await AdminAsync());
        await using var other = await OtherService.StartAsync(_host.Http);
        (await other.StatusAsync(stolen)).ShouldBe(200);
        var rotated = await admin.RotateKeysAsync(new() { Compromised = true });
        await new AuthService.AuthServiceClient(_host.GrpcInvoker(stolen)).GetCallerAsync(new()).ShouldFailAsync(Reason.TokenRequired);
        var fresh = await SignInAsync();
        Kid(fresh).ShouldBe(rotated.Keys.Single().Id);
        // The other service has the old keys; a token with an unknown one makes it read them again, beside the call.
        for (var tries = 0; tries < 50 && await other.StatusAsync(fresh) != 200; tries++) await Task.Delay(TimeSpan.FromMilliseconds(200));
        (await other.StatusAsync(fresh)).ShouldBe(200);
        (await other.StatusAsync(stolen)).ShouldBe(401);
    }

    static string Kid(string token) => new JsonWebToken(token).Kid;

    async Task<string> SignInAsync(string account = "observer", string password = DirectoryFixture.DemoPassword) =>
        (await Anybody.CreateTokenAsync(new() { Account = account, Password = password })).AccessToken;

    async Task<AuthService.AuthServiceClient> AdminAsync() => new(_host.GrpcInvoker(await SignInAsync("admin", DirectoryFixture.AdminPassword)));

    async Task<IReadOnlyList<string>> PublishedAsync() =>
        [.. new JsonWebKeySet(await _host.HttpClient().GetStringAsync("/v1/auth/keys")).Keys.Select(k => k.Kid)];

    async Task TendAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeyRotation>().TendAsync(CancellationToken.None);
    }
}
