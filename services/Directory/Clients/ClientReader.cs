using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;

namespace Suite.Directory.Clients;

/// <summary>A client with the secrets that work, newest first.</summary>
public sealed record SeenClient(ApiClient Client, IReadOnlyList<ClientSecret> Secrets);

/// <summary>A client that showed a secret that works.</summary>
/// <param name="Grant">The sid claim of its tokens.</param>
public sealed record ClientSignIn(ApiClient Client, Guid Grant);

/// <summary>Reads clients in order of their identifiers, and lets them in.</summary>
public sealed class ClientReader(DirectoryDbContext db, TimeProvider clock)
{
    /// <param name="after">Identifier of the last client shown; null for the first page.</param>
    public async Task<IReadOnlyList<SeenClient>> ListAsync(string? after, int limit, CancellationToken cancellation)
    {
        var clients = await db.Clients.AsNoTracking().Where(c => after == null || string.Compare(c.Id, after) > 0)
            .OrderBy(c => c.Id).Take(limit).ToListAsync(cancellation);
        var secrets = await SecretsAsync([.. clients.Select(c => c.Id)], cancellation);
        return [.. clients.Select(c => new SeenClient(c, [.. secrets[c.Id]]))];
    }

    public async Task<SeenClient?> FindAsync(string id, CancellationToken cancellation) =>
        await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation) is { } client
            ? new(client, [.. (await SecretsAsync([id], cancellation))[id]])
            : null;

    /// <summary>The client and secret that belong together, where both are in use; null otherwise.</summary>
    public async Task<ClientSignIn?> TryAsync(string id, string secret, CancellationToken cancellation)
    {
        if (Secrets.IdIn(secret) is not { } secretId) return null;
        var stored = await db.ClientSecrets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == secretId && s.ClientId == id, cancellation);
        if (stored is null || !Secrets.Matches(stored, secret) || !stored.Works(clock.GetUtcNow())) return null;
        var client = await db.Clients.AsNoTracking().SingleAsync(c => c.Id == id, cancellation);
        return client.Disabled is null ? new(client, stored.Grant) : null;
    }

    async Task<ILookup<string, ClientSecret>> SecretsAsync(IReadOnlyList<string> clients, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var secrets = await db.ClientSecrets.AsNoTracking().Where(s => clients.Contains(s.ClientId) && (s.Expires == null || s.Expires > now))
            .OrderByDescending(s => s.Id).ToListAsync(cancellation);
        return secrets.ToLookup(s => s.ClientId);
    }
}
