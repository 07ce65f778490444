using System.Net;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Suite.Auth.V1;
using Suite.Directory.Keys;
using Suite.Directory.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>Which tokens are accepted, by directory itself and by those who read its keys.</summary>
public sealed class TokenTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    /// <summary>Signing with directory's own key shows that it is the other fault that is found.</summary>
    SigningCredentials OwnKey => directory.Host.Services.GetRequiredService<KeyRing>().Signer;

    static DateTime Soon => TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10);

    static IDictionary<string, object> Office => TestTokens.Claims("office", [Role.Office]);

    [Fact]
    public async Task Call_OwnKeyAllRight_Accepted() =>
        (await StatusesAsync(TestTokens.Sign(Office, Soon, issuer: TokenSettings.DefaultIssuer, key: OwnKey))).ShouldBe((StatusCode.OK, HttpStatusCode.OK));

    [Fact]
    public Task Call_Expired_Refused() =>
        ShouldBeRefusedAsync(TestTokens.Sign(Office, Soon.AddMinutes(-12), issuer: TokenSettings.DefaultIssuer, key: OwnKey));

    [Fact]
    public Task Call_NotYetValid_Refused() =>
        ShouldBeRefusedAsync(TestTokens.Sign(Office, Soon.AddHours(3), issuer: TokenSettings.DefaultIssuer, key: OwnKey));

    [Fact]
    public Task Call_OtherAudience_Refused() =>
        ShouldBeRefusedAsync(TestTokens.Sign(Office, Soon, audience: "elsewhere", issuer: TokenSettings.DefaultIssuer, key: OwnKey));

    [Fact]
    public Task Call_OtherIssuer_Refused() =>
        ShouldBeRefusedAsync(TestTokens.Sign(Office, Soon, issuer: "urn:somebody", key: OwnKey));

    [Fact]
    public async Task Call_ForeignKeyWithTheKnownId_Refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = OwnKey.Key.KeyId }, SecurityAlgorithms.EcdsaSha256);
        await ShouldBeRefusedAsync(TestTokens.Sign(Office, Soon, issuer: TokenSettings.DefaultIssuer, key: forged));
    }

    [Fact]
    public async Task Call_PublicKeyAsHmacSecret_Refused()
    {
        var published = Encoding.UTF8.GetBytes(await directory.Host.HttpClient().GetStringAsync("/v1/auth/keys"));
        var confused = new SigningCredentials(new SymmetricSecurityKey(published) { KeyId = OwnKey.Key.KeyId }, SecurityAlgorithms.HmacSha256);
        await ShouldBeRefusedAsync(TestTokens.Sign(Office, Soon, issuer: TokenSettings.DefaultIssuer, key: confused));
    }

    [Fact]
    public async Task Call_AlgNone_Refused()
    {
        var parts = (await directory.TokenAsync()).Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        await ShouldBeRefusedAsync($"{header}.{parts[1]}.");
        await ShouldBeRefusedAsync($"{header}.{parts[1]}.{parts[2]}");
    }

    [Fact]
    public async Task Call_ClaimsChanged_Refused()
    {
        var parts = (await directory.TokenAsync("observer")).Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("observer", "office", StringComparison.Ordinal);
        await ShouldBeRefusedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    public Task Call_NoTokenAtAll_Refused(string text) => ShouldBeRefusedAsync(text);

    [Fact]
    public async Task CreateToken_Claims_AsTheSuiteReadsThem()
    {
        var token = new JsonWebToken(await directory.TokenAsync("humen.reporter"));
        token.Alg.ShouldBe("ES256");
        token.Kid.ShouldBe(OwnKey.Key.KeyId);
        (token.Issuer, token.Audiences.Single(), token.Subject).ShouldBe(("urn:suite:directory", "suite", "humen.reporter"));
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromMinutes(15));
        token.ValidFrom.ShouldBe(token.IssuedAt);
        token.Id.ShouldNotBeNullOrEmpty();
        Base64UrlEncoder.Decode(token.EncodedPayload).ShouldContain("\"roles\":[\"reporter\"]");
        token.GetClaim("unit").Value.ShouldBe("units/humen");
    }

    [Fact]
    public async Task Discovery_FollowedByAVerifier_LeadsToTheKeyAndNoSecret()
    {
        var address = new Uri(directory.Host.Http, "/.well-known/openid-configuration").ToString();
        var found = await new ConfigurationManager<OpenIdConnectConfiguration>(
            address, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = false }).GetConfigurationAsync();
        found.Issuer.ShouldBe("urn:suite:directory");
        found.JwksUri.ShouldBe(new Uri(directory.Host.Http, "/v1/auth/keys").ToString());
        var outcome = await new JsonWebTokenHandler().ValidateTokenAsync(await directory.TokenAsync(), new()
        {
            ValidIssuer = found.Issuer, ValidAudience = "suite", IssuerSigningKeys = found.SigningKeys,
        });
        outcome.IsValid.ShouldBeTrue(outcome.Exception?.Message);
        (await directory.Host.HttpClient().GetStringAsync("/v1/auth/keys")).ShouldNotContain("\"d\"");
    }

    [Fact]
    public async Task Discovery_ThroughAGateway_LeadsThroughTheGateway()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/openid-configuration")
        {
            Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Host", "suite.example:8443" } },
        };
        var answer = await directory.Host.HttpClient().SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"https://suite.example:8443/v1/auth/keys\"");
    }

    async Task ShouldBeRefusedAsync(string token) =>
        (await StatusesAsync(token)).ShouldBe((StatusCode.Unauthenticated, HttpStatusCode.Unauthorized));

    async Task<(StatusCode Grpc, HttpStatusCode Http)> StatusesAsync(string token)
    {
        var http = await directory.Host.HttpClient(token).GetAsync("/v1/units");
        try
        {
            await new UnitService.UnitServiceClient(directory.Host.GrpcInvoker(token)).ListUnitsAsync(new());
            return (StatusCode.OK, http.StatusCode);
        }
        catch (RpcException error)
        {
            return (error.StatusCode, http.StatusCode);
        }
    }
}
