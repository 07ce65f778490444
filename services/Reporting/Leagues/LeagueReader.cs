using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Leagues;

/// <summary>Reads what was known of a league's table with one revision of the plan, at one moment: for the same facts always the same.</summary>
public sealed class LeagueReader(DbContextOptions<ReportingDbContext> options)
{
    /// <exception cref="ProblemException">DEPENDENCY_UNAVAILABLE or NOTHING_TO_REPORT where nothing was ever known.</exception>
    public async Task<LeagueFacts> ReadAsync(PlanFacts facts, string league, string period, CancellationToken cancellation)
    {
        await using var db = new ReportingDbContext(options);
        var asks = At(db, facts.Plan.Name, league, period, facts.Heard, facts.AsOf);
        var last = await asks.FirstOrDefaultAsync(cancellation);
        var told = last is { Sheet: null } ? await asks.FirstOrDefaultAsync(a => a.Sheet != null, cancellation) : last;
        if (told is null)
            throw last is null
                ? Problems.Because(Reason.NothingToReport, $"Nothing was known here of the table of '{league}' for {period} at that time.")
                : Problems.Because(Reason.DependencyUnavailable, $"Nothing is known here of the table of '{league}' for {period}, and the service indicators does not answer ({last.Fault}); try again.");
        var sheet = await db.LeagueSheets.AsNoTracking().SingleAsync(s => s.Hash == told.Sheet, cancellation);
        return new(sheet.Table, told.Time, last!.Sheet is null ? last.Time : null);
    }

    /// <summary>The latest first.</summary>
    internal static IQueryable<LeagueAsk> At(ReportingDbContext db, string plan, string league, string period, long heard, DateTimeOffset asOf) => db.LeagueAsks.AsNoTracking()
        .Where(a => a.Plan == plan && a.League == league && a.Period == period && a.Heard <= heard && a.Time <= asOf).OrderByDescending(a => a.Time).ThenByDescending(a => a.Heard);
}
