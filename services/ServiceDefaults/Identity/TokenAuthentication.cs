using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Access tokens: JWTs signed with ES256, checked against the keys their issuer publishes.</summary>
public static class TokenAuthentication
{
    public const string Audience = "suite";

    /// <summary>Signatures with a key pair alone: what a published key verifies, its publisher signed. Never "none", never a shared secret.</summary>
    static readonly string[] ExternalAlgorithms =
        [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSsaPssSha256];

    /// <summary>
    /// Checks bearer tokens against the OpenID Connect authority in <c>Authentication:Authority</c>, or, where none is set, against
    /// the suite's own directory service.
    /// </summary>
    public static void AddTokenAuthentication(this IHostApplicationBuilder builder)
    {
        var authority = builder.Configuration["Authentication:Authority"] ?? builder.Configuration["services:directory:http:0"];
        var external = !string.IsNullOrEmpty(builder.Configuration["Authentication:Authority"]);
        var claims = new ProviderClaims(builder.Configuration);
        builder.Services.AddAuthorization();
        builder.AddRevocations();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = authority;
            options.RequireHttpsMetadata = authority is not null && !new Uri(authority).IsLoopback;
            options.MapInboundClaims = false;
            // A key is published ten minutes before it signs. One that came without notice is looked for when a token names it, at most this often.
            options.AutomaticRefreshInterval = TimeSpan.FromMinutes(5);
            options.RefreshInterval = TimeSpan.FromSeconds(10);
            options.BackchannelTimeout = TimeSpan.FromSeconds(5);
            options.Events = new() { OnMessageReceived = AuthorityState.EnsureKeysAsync, OnTokenValidated = context => ValidatedAsync(context, external ? claims : null) };
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = builder.Configuration["Authentication:Audience"] ?? Audience,
                ValidAlgorithms = external ? ExternalAlgorithms : [SecurityAlgorithms.EcdsaSha256],
                NameClaimType = ClaimNames.Account,
                RoleClaimType = ClaimNames.Role,
                ClockSkew = TimeSpan.FromSeconds(30),
            };
        });
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IServiceProvider>((options, services) =>
        {
            if (authority is not null && services.GetService<IKeptDocuments>() is { } kept) KeptAuthority.Use(options, authority, kept);
        });
        // Otherwise a key that was withdrawn would still be accepted for an hour, as "last known good".
        builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            if (options.ConfigurationManager is BaseConfigurationManager keys) keys.UseLastKnownGoodConfiguration = false;
        });
    }

    static Task ValidatedAsync(TokenValidatedContext context, ProviderClaims? claims)
    {
        if (claims is { AreOwn: false } && context.Principal is { } user) context.Principal = claims.Translate(user);
        return Revocations.RefuseRevokedAsync(context);
    }
}
