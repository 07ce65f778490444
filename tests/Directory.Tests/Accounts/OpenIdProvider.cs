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

    public SecurityKey Key => new RsaSecurityKey(_rsa) { KeyId = "provider-1" };

    public static async Task<OpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePorts.Take()}");
        var provider = new OpenIdProvider(builder.Build());
        provider._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = provider.Authority, jwks_uri = $"{provider.Authority}/keys" }));
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
