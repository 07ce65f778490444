using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Suite.Directory.Storage;

namespace Suite.Directory.Accounts;

/// <summary>Begins and ends sessions; hands out refresh tokens and trades each for the next one, once.</summary>
public sealed class Sessions(DirectoryDbContext db, RevocationBook revocations, TimeProvider clock)
{
    const int TokenBytes = 32;

    /// <summary>Begins a session in the current transaction, and forgets the account's sessions that are over.</summary>
    public async Task<SignedIn> BeginAsync(Account account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.Account == account.Name && s.Expires <= now).ExecuteDeleteAsync(cancellation);
        var session = new Session { Id = Guid.CreateVersion7(now), Account = account.Name, Started = now, Expires = now + Session.LongestTime };
        db.Add(session);
        return new(account, session.Id, AddToken(session, now));
    }

    /// <summary>Null for a token that is unknown, over, or was traded before; the last ends its session.</summary>
    public async Task<SignedIn?> TryTradeAsync(string refreshToken, CancellationToken cancellation)
    {
        var (hash, now) = (HashOf(refreshToken), clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var token = await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancellation);
        if (token is null) return null;
        // Of two that come at once, one finds the row already used: a copy is about.
        var traded = await db.RefreshTokens.Where(t => t.Hash == hash && t.Used == null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.Used, now), cancellation) == 1;
        // The row is held until the end: a sign-out at the same time comes wholly before or wholly after.
        var session = await db.Sessions.FromSql($"SELECT * FROM session WHERE id = {token.SessionId} FOR UPDATE").SingleAsync(cancellation);
        var signedIn = traded && token.Expires > now && session.IsOpen(now) ? await ContinueAsync(session, now, cancellation) : null;
        if (!traded && session.IsOpen(now)) await EndFamilyAsync(session, cancellation);
        await db.CommitAsync(cancellation);
        return signedIn;
    }

    /// <summary>Ends the account's open sessions in the current transaction.</summary>
    /// <param name="session">Only this one; null for all.</param>
    /// <returns>How many were open.</returns>
    public Task<int> EndAsync(string account, Guid? session, CancellationToken cancellation) =>
        revocations.EndAsync(db.Sessions.Where(s => s.Account == account && (session == null || s.Id == session)), cancellation);

    /// <summary>The account's open sessions, newest first.</summary>
    /// <param name="after">The last one shown; null for the first page.</param>
    public async Task<IReadOnlyList<Session>> ListAsync(string account, Guid? after, int limit, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // Identifiers are UUIDs of version 7: they sort by time.
        return await db.Sessions.AsNoTracking()
            .Where(s => s.Account == account && s.Ended == null && s.Expires > now && (after == null || s.Id < after))
            .OrderByDescending(s => s.Id).Take(limit).ToListAsync(cancellation);
    }

    async Task<SignedIn?> ContinueAsync(Session session, DateTimeOffset now, CancellationToken cancellation)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Name == session.Account, cancellation);
        return account.Disabled is null ? new(account, session.Id, AddToken(session, now)) : null;
    }

    async Task EndFamilyAsync(Session session, CancellationToken cancellation)
    {
        await revocations.EndAsync(db.Sessions.Where(s => s.Id == session.Id), cancellation);
        db.Audit(SystemAudit.Record(clock, "EndSession", $"accounts/{session.Account}", new { session = session.Id, why = "refresh token used twice" }));
    }

    string AddToken(Session session, DateTimeOffset now)
    {
        var text = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(TokenBytes));
        var expires = now + RefreshToken.LongestPause;
        db.Add(new RefreshToken { Hash = HashOf(text), SessionId = session.Id, Expires = expires < session.Expires ? expires : session.Expires });
        return text;
    }

    /// <summary>A plain hash will do: the token is random, there is nothing to guess.</summary>
    static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
