using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory.Keys;

/// <summary>
/// Changes the signing keys. A new key is published before it signs, so that every verifier has it by then, and an old one is kept until
/// the last token it signed has expired: nobody notices.
/// </summary>
public sealed class KeyRotation(DirectoryDbContext db, KeyRing ring, KeyCover cover, TimeProvider clock)
{
    /// <summary>A key signs for so long; then the next one is made.</summary>
    public static readonly TimeSpan LongestUse = TimeSpan.FromDays(90);

    /// <summary>Published so long before it signs: longer than verifiers keep what they have read.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromMinutes(10);

    /// <summary>Kept so long after its successor began: a token's life and a verifier's tolerance.</summary>
    public static readonly TimeSpan Rest = AccessTokens.Lifetime + TimeSpan.FromMinutes(2);

    /// <summary>Makes the next key when it is time, and drops the ones that are done. In a transaction of its own.</summary>
    public async Task TendAsync(CancellationToken cancellation)
    {
        await using (await db.Database.BeginTransactionAsync(cancellation))
        {
            var now = clock.GetUtcNow();
            var keys = await TakeAsync(cancellation);
            if (keys.Count > 0 && keys[0].SignsFrom + LongestUse <= now) Add(now + Lead, "its predecessor has signed for long enough");
            foreach (var key in keys.Skip(1).Where((_, at) => keys[at].SignsFrom + Rest <= now)) Remove(key, "its last token has expired");
            Recover(keys);
            await db.CommitAsync(cancellation);
        }

        await ReloadAsync(cancellation);
    }

    /// <summary>Makes another key in the current transaction.</summary>
    /// <param name="compromised">The present keys are in wrong hands: they are dropped, with every token they signed, and the new one signs at once.</param>
    /// <returns>The keys there are now, newest first.</returns>
    public async Task<IReadOnlyList<SigningKey>> RotateAsync(bool compromised, CancellationToken cancellation)
    {
        var keys = await TakeAsync(cancellation);
        if (compromised) db.RemoveRange(keys);
        var now = clock.GetUtcNow();
        var made = SigningKey.Create(cover, now, compromised ? now : now + Lead);
        db.Add(made);
        return compromised ? [made] : [made, .. keys];
    }

    /// <summary>Covers with the present secret what is stored otherwise.</summary>
    public void Recover(IEnumerable<SigningKey> keys)
    {
        foreach (var key in keys.Where(k => !cover.IsCurrent(k.Id, k.PrivateKey)))
        {
            key.PrivateKey = cover.Cover(key.Id, cover.Open(key.Id, key.PrivateKey));
            db.Audit(SystemAudit.Record(clock, "CoverSigningKey", $"keys/{key.Id}", new { why = "the secret for stored keys is another" }));
        }
    }

    /// <summary>Brings the keys in memory up to date.</summary>
    public async Task ReloadAsync(CancellationToken cancellation) => ring.Load(await db.SigningKeys.AsNoTracking().ToListAsync(cancellation));

    /// <summary>Newest first; one at a time changes them.</summary>
    async Task<List<SigningKey>> TakeAsync(CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.SigningKeys})", cancellation);
        return await db.SigningKeys.OrderByDescending(k => k.SignsFrom).ThenByDescending(k => k.Created).ToListAsync(cancellation);
    }

    void Add(DateTimeOffset signsFrom, string why)
    {
        var key = SigningKey.Create(cover, clock.GetUtcNow(), signsFrom);
        db.Add(key);
        db.Audit(SystemAudit.Record(clock, "CreateSigningKey", $"keys/{key.Id}", new { signsFrom, why }));
    }

    void Remove(SigningKey key, string why)
    {
        db.Remove(key);
        db.Audit(SystemAudit.Record(clock, "DropSigningKey", $"keys/{key.Id}", new { why }));
    }
}
