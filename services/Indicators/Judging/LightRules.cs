using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Judging;

/// <summary>The limits of lights with all their versions. What was in force on a past day stays so: a version starts today at the earliest.</summary>
public sealed class LightRules(IndicatorsDbContext db, CityCalendar calendar)
{
    public const string Prefix = "lightRules/";

    /// <summary>Makes versions follow one another.</summary>
    const long Lock = 7405;

    /// <summary>The version in force on a day.</summary>
    /// <param name="knownOn">Only those made by then, and the built-in one; null for now.</param>
    public async Task<LightRule> OnAsync(DateOnly day, DateTimeOffset? knownOn, CancellationToken cancellation) =>
        await db.LightRules.AsNoTracking().Where(r => r.Since <= day && (knownOn == null || r.Version == 1 || r.Time <= knownOn)).OrderByDescending(r => r.Since).ThenByDescending(r => r.Version).FirstAsync(cancellation);

    /// <summary>The latest first.</summary>
    public Task<List<LightRule>> ListAsync(int? before, int limit, CancellationToken cancellation) =>
        db.LightRules.AsNoTracking().Where(r => before == null || r.Version < before).OrderByDescending(r => r.Version).Take(limit).ToListAsync(cancellation);

    public Task<int> LatestAsync(CancellationToken cancellation) => db.LightRules.MaxAsync(r => r.Version, cancellation);

    /// <summary>Adds to the current transaction.</summary>
    /// <param name="make">Makes the rule with its version.</param>
    /// <exception cref="ProblemException">STALE_ETAG, INVALID_FIELD.</exception>
    public async Task<LightRule> AddAsync(string etag, DateOnly since, Func<int, LightRule> make, CancellationToken cancellation)
    {
        if (since < calendar.Today) throw Problems.InvalidField("effective_date", $"must not be before today, {CityCalendar.Text(calendar.Today)}.");
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        var latest = await LatestAsync(cancellation);
        if (etag.Length > 0 && etag != Etag.Of(latest)) throw Problems.StaleEtag("light rule", Prefix + latest);
        var rule = make(latest + 1);
        db.Add(rule);
        return rule;
    }
}
