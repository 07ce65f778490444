using Microsoft.AspNetCore.Authentication.JwtBearer;
using Suite.Directory.Accounts;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Keys;

static class OwnTokenAuthentication
{
    /// <summary>Verifies this service's own tokens with the keys in memory, unless an external authority issues them.</summary>
    public static void AddOwnTokens(this WebApplicationBuilder builder)
    {
        var settings = TokenSettings.From(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<KeyCover>().AddSingleton<KeyRing>().AddSingleton<PublishedKeys>().AddSingleton<AccessTokens>();
        builder.Services.AddScoped<KeyRotation>();
        builder.Services.AddSingleton<StoredRevocations>();
        if (settings.ExternalAuthority is not null) return;
        builder.Services.AddHostedService<KeyKeeper>();
        builder.Services.AddSingleton<IRevocationSource>(services => services.GetRequiredService<StoredRevocations>());
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).PostConfigure<KeyRing>((options, keys) =>
        {
            options.TokenValidationParameters.ValidIssuer = settings.Issuer;
            options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, id, _) => keys.Keys.Where(k => k.KeyId == id);
        });
    }
}
