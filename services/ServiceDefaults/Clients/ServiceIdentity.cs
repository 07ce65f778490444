using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suite.Directory.V1;

namespace Suite.ServiceDefaults.Clients;

/// <summary>
/// The service's own access token, for what it does in nobody's name. It is earned with the secret under <c>ServiceClient:Secret</c> as the
/// API client <c>ServiceClient:Id</c>: at directory, or, where an external authority issues the tokens, there.
/// </summary>
public sealed class ServiceIdentity(
    IConfiguration configuration, [FromKeyedServices("directory")] GrpcChannel directory, TimeProvider clock) : IDisposable
{
    /// <summary>A token is replaced so long before it ends.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim _gate = new(1);
    readonly ClientCredentials? _external = ClientCredentials.From(configuration);
    EarnedToken? _token;
    long _end;

    /// <summary>Whether the service was given a name and a secret.</summary>
    public bool IsConfigured { get; } = !string.IsNullOrEmpty(configuration["ServiceClient:Id"]) && !string.IsNullOrEmpty(configuration["ServiceClient:Secret"]);

    /// <summary>The headers of a call in the service's own name; empty where it has none.</summary>
    /// <exception cref="RpcException">The issuer is away or refuses.</exception>
    public async Task<Metadata> HeadersAsync(CancellationToken cancellation)
    {
        if (!IsConfigured) return [];
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_token is null || clock.GetTimestamp() >= _end)
            {
                _token = _external is null ? await AskDirectoryAsync(cancellation) : await _external.AskAsync(cancellation);
                _end = clock.GetTimestamp() + (long)((_token.Lifetime - Margin).TotalSeconds * clock.TimestampFrequency);
            }

            return new() { { "authorization", $"Bearer {_token.Text}" } };
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The token was refused: the next call gets another.</summary>
    public void Forget() => _token = null;

    public void Dispose()
    {
        _gate.Dispose();
        _external?.Dispose();
    }

    async Task<EarnedToken> AskDirectoryAsync(CancellationToken cancellation)
    {
        var request = new CreateClientTokenRequest
        {
            Client = configuration["ServiceClient:Id"], Secret = ServiceSecret.Text(configuration["ServiceClient:Secret"]!),
        };
        var answer = await new AuthService.AuthServiceClient(directory)
            .CreateClientTokenAsync(request, deadline: (TimeProvider.System.GetUtcNow() + Patience).UtcDateTime, cancellationToken: cancellation);
        return new(answer.AccessToken, TimeSpan.FromSeconds(answer.ExpiresIn));
    }
}

/// <summary>An access token and how long it is good for.</summary>
sealed record EarnedToken(string Text, TimeSpan Lifetime);
