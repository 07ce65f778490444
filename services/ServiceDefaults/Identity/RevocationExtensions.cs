using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Suite.ServiceDefaults.Identity;

static class RevocationExtensions
{
    const string Path = "/v1/auth/revocations";

    /// <summary>
    /// Reads the ended sign-ins from <c>Authentication:Revocations</c>, or, where no external authority issues the tokens, from
    /// directory.
    /// </summary>
    public static void AddRevocations(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var directory = string.IsNullOrEmpty(settings["Authentication:Authority"]) ? settings["services:directory:http:0"] : null;
        var address = settings["Authentication:Revocations"] ?? (directory is null ? null : directory.TrimEnd('/') + Path);
        builder.Services.AddSingleton<IRevocationSource>(_ => address is null ? new NoRevocations() : new HttpRevocationSource(new(address)));
        builder.Services.AddSingleton<Revocations>();
    }
}
