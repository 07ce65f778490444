using Microsoft.EntityFrameworkCore;
using Suite.Directory.Keys;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Accounts;

/// <summary>Ends sign-ins, so that what was issued on them is refused everywhere.</summary>
public sealed class RevocationBook(DirectoryDbContext db, TimeProvider clock, Revocations revocations)
{
    /// <summary>More than any verifier's tolerance for clocks that differ.</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <summary>Ends the sessions in the current transaction: neither their refresh tokens nor their access tokens work any more.</summary>
    /// <returns>How many were open.</returns>
    public async Task<int> EndAsync(IQueryable<Session> sessions, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var open = await sessions.Where(s => s.Ended == null && s.Expires > now).Select(s => s.Id).ToListAsync(cancellation);
        await db.Sessions.Where(s => open.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.Ended, now), cancellation);
        await RevokeAsync(open, cancellation);
        return open.Count;
    }

    /// <summary>Puts sign-ins on the list in the current transaction, and takes off it what has expired.</summary>
    public async Task RevokeAsync(IReadOnlyCollection<Guid> signIns, CancellationToken cancellation)
    {
        if (signIns.Count == 0) return;
        var now = clock.GetUtcNow();
        await db.Revocations.Where(r => r.Until < now).ExecuteDeleteAsync(cancellation);
        var until = now + AccessTokens.Lifetime + Tolerance;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO revocation (id, until) SELECT id, {until} FROM unnest({signIns.ToArray()}) AS id ON CONFLICT (id) DO UPDATE SET until = excluded.until",
            cancellation);
        revocations.Forget();
    }
}
