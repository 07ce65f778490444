using System.Net;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Suite.Auth.V1;
using Suite.Testing;

namespace Suite.Gateway.Tests;

/// <summary>Tokens and headers at the edge.</summary>
public sealed class EdgeTests(Installation suite) : IClassFixture<Installation>
{
    static readonly DateTime Soon = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static string Forged => TestTokens.Sign(TestTokens.Claims("x", [Role.Admin]), Soon,
        key: new(new SymmetricSecurityKey(new byte[32]), SecurityAlgorithms.HmacSha256));

    static string Expired => TestTokens.Sign(TestTokens.Claims("x", [Role.Admin]), Soon.AddMinutes(-10));

    public static TheoryData<string> BadTokens => ["nonsense", Forged, Expired];

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task Call_TokenThatCannotBeAccepted_IsRefusedHere(string token)
    {
        using var json = await suite.Gateway.HttpClient(token).GetAsync("/v1/units", Token);
        var grpc = await suite.Grpc.GrpcAsync("/suite.directory.v1.UnitService/ListUnits", null, ("authorization", $"Bearer {token}"));

        json.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        json.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
        (await json.ReasonAsync()).ShouldBe("TOKEN_REQUIRED");
        (grpc.Status, grpc.Reason, grpc.Seen).ShouldBe((StatusCode.Unauthenticated, "TOKEN_REQUIRED", null));
    }

    [Fact]
    public async Task Call_GoodToken_IsPassedOn()
    {
        var token = TestTokens.For(Role.Office);
        using var json = await suite.Gateway.HttpClient(token).GetAsync("/v1/units", Token);
        var grpc = await suite.Grpc.GrpcAsync("/suite.directory.v1.UnitService/ListUnits", null, ("authorization", $"Bearer {token}"));

        (await json.SeenAsync()).Headers["authorization"].ShouldBe($"Bearer {token}");
        grpc.Seen!.Headers["authorization"].ShouldBe($"Bearer {token}");
    }

    [Fact]
    public async Task Call_NoToken_IsLeftToTheService()
    {
        using var json = await suite.Json.GetAsync("/v1/units", Token);

        (await json.SeenAsync()).Headers.Keys.ShouldNotContain("authorization");
    }

    [Fact]
    public async Task SignIn_StaleTokenAlongside_GoesThrough()
    {
        using var json = await suite.Gateway.HttpClient(Expired).PostAsync("/v1/auth/token", null, Token);
        var grpc = await suite.Grpc.GrpcAsync("/suite.directory.v1.AuthService/CreateToken", null, ("authorization", $"Bearer {Expired}"));

        json.StatusCode.ShouldBe(HttpStatusCode.OK);
        grpc.Status.ShouldBe(StatusCode.OK);
    }

    [Theory]
    [InlineData("/v1/units")]
    [InlineData("/nothing")]
    [InlineData("/health/live")]
    public async Task Answer_Always_CarriesSecurityHeaders(string path)
    {
        using var response = await suite.Json.GetAsync(path, Token);

        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; frame-ancestors 'none'"]);
        response.Headers.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_WithTokens_IsNotStored()
    {
        using var response = await suite.Json.PostAsync("/v1/auth/token", null, Token);

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
