namespace Suite.ServiceDefaults.Identity;

/// <summary>Where the list of ended sign-ins comes from.</summary>
public interface IRevocationSource
{
    /// <returns>The <see cref="ClaimNames.Session"/> of every sign-in that ended before the last of its access tokens expires.</returns>
    /// <exception cref="HttpRequestException">The issuer does not answer.</exception>
    /// <exception cref="System.Text.Json.JsonException">It answers something else.</exception>
    /// <exception cref="System.Data.Common.DbException">Its database does not answer.</exception>
    Task<IReadOnlySet<string>> ReadAsync(CancellationToken cancellation);
}

/// <summary>Nothing is ever revoked: an external provider issues the tokens and says so by their short life alone.</summary>
sealed class NoRevocations : IRevocationSource
{
    public Task<IReadOnlySet<string>> ReadAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>>(new HashSet<string>());
}
