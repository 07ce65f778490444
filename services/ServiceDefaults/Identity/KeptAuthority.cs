using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Documents of others that are kept for the time when they do not answer.</summary>
public interface IKeptDocuments
{
    Task KeepAsync(string address, string text, CancellationToken cancellation);

    /// <summary>The document as it was last read, unless that is longer ago than it may be used; null for none.</summary>
    Task<string?> FindAsync(string address, CancellationToken cancellation);
}

/// <summary>
/// Lets a service check tokens that was started while their issuer is away: the issuer's document and keys are kept as they were last read.
/// Who is signed in goes on working; a key the kept document does not hold is looked for at the issuer as ever.
/// </summary>
sealed class KeptAuthority(IDocumentRetriever issuer, IKeptDocuments kept) : IDocumentRetriever
{
    public static void Use(JwtBearerOptions options, string authority, IKeptDocuments kept)
    {
        var http = new HttpDocumentRetriever(new HttpClient { Timeout = options.BackchannelTimeout }) { RequireHttps = options.RequireHttpsMetadata };
        options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{authority.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new KeptAuthority(http, kept))
        {
            AutomaticRefreshInterval = options.AutomaticRefreshInterval, RefreshInterval = options.RefreshInterval,
        };
    }

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        string text;
        try
        {
            text = await issuer.GetDocumentAsync(address, cancel);
        }
        catch (Exception away) when (away is IOException or HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return await kept.FindAsync(address, cancel) ?? throw new IOException($"{address} does not answer, and was never read before.", away);
        }

        await kept.KeepAsync(address, text, cancel);
        return text;
    }
}
