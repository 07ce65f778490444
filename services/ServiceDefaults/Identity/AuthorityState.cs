using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Suite.ServiceDefaults.Identity;

/// <summary>
/// Whether a call's token could be judged at all. Without the authority's keys every token looks forged; the caller is told to try
/// again instead of to sign in again.
/// </summary>
static partial class AuthorityState
{
    static readonly object Unreachable = new();

    public static bool IsUnreachable(HttpContext http) => http.Items.ContainsKey(Unreachable);

    /// <summary>Makes sure of the keys before the token is looked at; they are fetched once and kept.</summary>
    public static async Task EnsureKeysAsync(MessageReceivedContext context)
    {
        if (context.Options.ConfigurationManager is not { } authority || context.Request.Headers.Authorization.Count == 0) return;
        try
        {
            await authority.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException error)
        {
            Log(context.HttpContext.RequestServices.GetRequiredService<ILogger<MessageReceivedContext>>(), context.Options.Authority, error.Message);
            context.HttpContext.Items[Unreachable] = true;
            context.NoResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The token authority {Authority} gives no keys: {Fault}")]
    static partial void Log(ILogger logger, string? authority, string fault);
}
