using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>A small OpenID Connect provider as others run them: RSA keys, claims of its own.</summary>
sealed class OpenIdProvider : IAsyncDisposable
{
    readonly RSA _rsa = RSA.Create(2048);
    readonly WebApplication _app;

    OpenIdProvider(WebApplication app) => _app = app;

    public string Authority => _app.Urls.Single();

    public const string Client = "service-tasks";
    public const string ClientSecret = "kept-by-two";

    /// <summary>How many tokens were given by the client credentials grant.</summary>
    public int Granted { get; private set; }

    /// <summary>Seconds that such a token says it is good for.</summary>
    public int GrantedFor { get; set; } = 600;

    public SecurityKey Key => new RsaSecurityKey(_rsa) { KeyId = "provider-1" };

    public static async Task<OpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePorts.Take()}");
        var provider = new OpenIdProvider(builder.Build());
        provider._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = provider.Authority, jwks_uri = $"{provider.Authority}/keys", token_endpoint = $"{provider.Authority}/token",
        }));
        provider._app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (form["grant_type"] != "client_credentials" || form["client_id"] != Client || form["client_secret"] != ClientSecret) return Results.Json(new { error = "invalid_client" }, statusCode: 401);
            provider.Granted++;
            return Results.Json(new { access_token = provider.Token(new[] { "dc-office" }), expires_in = provider.GrantedFor, token_type = "Bearer" });
        });
        provider._app.MapGet("/keys", () =>
        {
            var key = provider._rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "provider-1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
        });
        await provider._app.StartAsync();
        return provider;
    }

    /// <param name="expires">Minutes from now; before now where negative.</param>
    public string Token(object roles, int expires = 10, string audience = "suite", SigningCredentials? signed = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority, Audience = audience, NotBefore = now.AddMinutes(Math.Min(0, expires) - 1), Expires = now.AddMinutes(expires),
            SigningCredentials = signed ?? new(Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "0c1f", ["preferred_username"] = "zhang.san", ["given_name"] = "张三", ["department"] = "education", ["realm_access"] = new Dictionary<string, object> { ["roles"] = roles },
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }
}
