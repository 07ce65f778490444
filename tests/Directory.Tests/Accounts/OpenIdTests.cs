using System.Text;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>An external provider issues the tokens: discovery, keys, and its claims as configured.</summary>
public sealed class OpenIdTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    OpenIdProvider _provider = null!;
    TestHost<DirectoryDbContext> _host = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await OpenIdProvider.StartAsync();
        var settings = DirectoryFixture.Settings(postgres.ConnectionString);
        settings["Authentication:Authority"] = _provider.Authority;
        settings["Authentication:Claims:Account"] = "preferred_username";
        settings["Authentication:Claims:DisplayName"] = "given_name";
        settings["Authentication:Claims:Unit"] = "department";
        settings["Authentication:Claims:Roles"] = "realm_access.roles";
        settings["Authentication:Roles:dc-reporting"] = "reporter";
        settings["Authentication:Roles:dc-office"] = "office";
        _host = TestHost<DirectoryDbContext>.Start(settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Call_ProvidersToken_ActsAsItsClaimsSay()
    {
        var caller = await Auth(_provider.Token(new[] { "dc-reporting", "admin" })).GetCallerAsync(new());
        (caller.Account, caller.DisplayName, caller.Unit, caller.Roles.Single()).ShouldBe(("zhang.san", "张三", "units/education", Role.Reporter));
        await Units(_provider.Token(new[] { "dc-reporting" })).CreateUnitAsync(new()).ShouldFailAsync(Reason.RoleNotAllowed);
        await Units(_provider.Token(new[] { "dc-office" })).CreateUnitAsync(new()).ShouldFailAsync(Reason.InvalidField);
        await Units(_provider.Token(new[] { "admin", "office" })).ListUnitsAsync(new()).ShouldFailAsync(Reason.RoleNotAllowed);
    }

    [Fact]
    public async Task Call_TokenThatIsNotInOrder_Refused()
    {
        string[] roles = ["dc-office"];
        await ShouldBeRefusedAsync(_provider.Token(roles, expires: -5));
        await ShouldBeRefusedAsync(_provider.Token(roles, audience: "another"));
        await ShouldBeRefusedAsync(_provider.Token(roles, signed: new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('k', 64))) { KeyId = "provider-1" }, SecurityAlgorithms.HmacSha256)));
        using var other = System.Security.Cryptography.RSA.Create(2048);
        await ShouldBeRefusedAsync(_provider.Token(roles, signed: new(new RsaSecurityKey(other) { KeyId = "provider-1" }, SecurityAlgorithms.RsaSha256)));
        var parts = _provider.Token(roles).Split('.');
        await ShouldBeRefusedAsync($"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{parts[1]}.");
    }

    [Fact]
    public async Task CreateToken_WhereAProviderIssuesThem_NoSuchMethod() =>
        await Auth(null).CreateTokenAsync(new() { Account = "office", Password = DirectoryFixture.DemoPassword }).ShouldFailAsync(Reason.NoSuchMethod);

    AuthService.AuthServiceClient Auth(string? token) => new(_host.GrpcInvoker(token));

    UnitService.UnitServiceClient Units(string token) => new(_host.GrpcInvoker(token));

    async Task ShouldBeRefusedAsync(string token) =>
        (await Should.ThrowAsync<RpcException>(async () => await Units(token).ListUnitsAsync(new()))).StatusCode.ShouldBe(StatusCode.Unauthenticated);
}
