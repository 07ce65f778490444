using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Access tokens: JWTs signed with ES256, checked against the keys their issuer publishes.</summary>
public static class TokenAuthentication
{
    public const string Audience = "suite";

    /// <summary>
    /// Checks bearer tokens against the OpenID Connect authority in <c>Authentication:Authority</c>, or, where none is set, against
    /// the suite's own directory service.
    /// </summary>
    public static void AddTokenAuthentication(this IHostApplicationBuilder builder)
    {
        var authority = builder.Configuration["Authentication:Authority"] ?? builder.Configuration["services:directory:http:0"];
        builder.Services.AddAuthorization();
        builder.AddRevocations();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = authority;
            options.RequireHttpsMetadata = authority is not null && !new Uri(authority).IsLoopback;
            options.MapInboundClaims = false;
            options.BackchannelTimeout = TimeSpan.FromSeconds(5);
            options.Events = new() { OnMessageReceived = AuthorityState.EnsureKeysAsync, OnTokenValidated = Revocations.RefuseRevokedAsync };
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = builder.Configuration["Authentication:Audience"] ?? Audience,
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                NameClaimType = ClaimNames.Account,
                RoleClaimType = ClaimNames.Role,
                ClockSkew = TimeSpan.FromSeconds(30),
            };
        });
    }
}
