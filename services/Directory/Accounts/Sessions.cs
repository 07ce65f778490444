using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Suite.Directory.Storage;

namespace Suite.Directory.Accounts;

/// <summary>Hands out refresh tokens and trades each for the next one, once.</summary>
public sealed class Sessions(DirectoryDbContext db, TimeProvider clock)
{
    const int TokenBytes = 32;

    /// <summary>Begins a session in the current transaction, and forgets the account's sessions that are over.</summary>
    /// <returns>The session's first refresh token.</returns>
    public async Task<string> BeginAsync(string account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.Account == account && s.Expires <= now).ExecuteDeleteAsync(cancellation);
        var session = new Session { Id = Guid.CreateVersion7(now), Account = account, Started = now, Expires = now + Session.LongestTime };
        db.Add(session);
        return AddToken(session, now);
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
        var session = await db.Sessions.SingleAsync(s => s.Id == token.SessionId, cancellation);
        var signedIn = traded && token.Expires > now && session.IsOpen(now) ? await ContinueAsync(session, now, cancellation) : null;
        if (!traded && session.IsOpen(now)) End(session, now);
        await db.CommitAsync(cancellation);
        return signedIn;
    }

    async Task<SignedIn> ContinueAsync(Session session, DateTimeOffset now, CancellationToken cancellation) =>
        new(await db.Accounts.AsNoTracking().SingleAsync(a => a.Name == session.Account, cancellation), AddToken(session, now));

    void End(Session session, DateTimeOffset now)
    {
        session.Ended = now;
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
