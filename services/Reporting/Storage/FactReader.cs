using System.Data;
using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Facts;
using Suite.Reporting.Reports;

namespace Suite.Reporting.Storage;

/// <summary>Reads what is known of a plan, all of it as of one moment.</summary>
public sealed class FactReader(DbContextOptions<ReportingDbContext> options, ReportingOptions settings, TimeProvider clock)
{
    /// <summary>What is known now, as far as it has happened at <paramref name="asOf"/>; null for a plan not heard of.</summary>
    /// <param name="asOf">Null for now.</param>
    /// <param name="knownAt">Only what was known here then; null for all that is known.</param>
    public async Task<PlanFacts?> ReadAsync(string plan, DateTimeOffset? asOf, DateTimeOffset? knownAt, CancellationToken cancellation)
    {
        await using var db = new ReportingDbContext(options);
        var revision = knownAt is { } moment
            ? await db.PlanChanges.Where(c => c.Plan == plan && c.RecordTime <= moment).MaxAsync(c => (long?)c.Revision, cancellation)
            : await db.PlanStates.Where(s => s.Plan == plan).Select(s => (long?)s.Revision).SingleOrDefaultAsync(cancellation);
        // What was heard of before revisions were counted has none: it was always known.
        return await ReadAsync(plan, revision ?? 0, Micro(asOf ?? clock.GetUtcNow()), cancellation);
    }

    /// <summary>What was known with a revision, as far as it had happened then: for the same arguments always the same.</summary>
    public async Task<PlanFacts?> ReadAsync(string plan, long heard, DateTimeOffset asOf, CancellationToken cancellation)
    {
        // A connection of its own: the command's transaction may hold locks meanwhile, and must not see what came between two queries.
        await using var db = new ReportingDbContext(options);
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var known = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Name == plan && p.Heard <= heard, cancellation);
        if (known is null) return null;
        return new(known, asOf, heard,
            await db.Tasks.AsNoTracking().Where(t => t.Plan == plan && t.Heard <= heard && t.Time <= asOf)
                .OrderBy(t => t.Number).ThenBy(t => t.Revision).ToListAsync(cancellation),
            await db.Acknowledgements.AsNoTracking().Where(a => a.Plan == plan && a.Heard <= heard && a.Time <= asOf)
                .OrderBy(a => a.Task).ThenBy(a => a.Unit).ToListAsync(cancellation),
            await db.ReportSteps.AsNoTracking().Where(s => s.Plan == plan && s.Heard <= heard && s.Time <= asOf)
                .OrderBy(s => s.Report).ThenBy(s => s.Revision).ThenBy(s => s.Kind).ToListAsync(cancellation),
            await db.AcceptedReports.AsNoTracking().Include(r => r.Figures).Where(r => r.Plan == plan && r.Heard <= heard && r.Reviewer.Time <= asOf)
                .OrderBy(r => r.Report).ThenBy(r => r.Revision).ToListAsync(cancellation))
        {
            Zone = settings.Zone,
            Lights = await db.LightChanges.AsNoTracking().Where(l => l.Plan == plan && l.Heard <= heard && l.Time <= asOf).OrderBy(l => l.Task).ThenBy(l => l.Time).ToListAsync(cancellation),
            Adjustments = await db.AdjustmentSteps.AsNoTracking().Where(s => s.Plan == plan && s.Heard <= heard && s.Time <= asOf)
                .OrderBy(s => s.Adjustment).ThenBy(s => s.Time).ThenBy(s => s.Step).ToListAsync(cancellation),
            Cases = await db.CaseSteps.AsNoTracking().Where(s => s.Plan == plan && s.Heard <= heard && s.Time <= asOf)
                .OrderBy(s => s.Case).ThenBy(s => s.Time).ThenBy(s => s.Action).ToListAsync(cancellation),
            Sheets = await db.OfficeSheets.AsNoTracking().Where(s => s.Plan == plan && s.Heard <= heard && s.Time <= asOf)
                .OrderBy(s => s.Quarter).ThenBy(s => s.Time).ToListAsync(cancellation),
        };
    }

    /// <summary>The same with the plan of the same issuer of the year before, where there is one.</summary>
    /// <param name="heard">The revision with which that one was known; null for now.</param>
    public async Task<PlanFacts> WithLastYearAsync(PlanFacts facts, long? heard, CancellationToken cancellation)
    {
        await using var db = new ReportingDbContext(options);
        var (year, issuer) = (facts.Plan.Year - 1, facts.Plan.Issuer);
        var before = await db.Plans.AsNoTracking().Where(p => p.Year == year && p.Issuer == issuer).OrderByDescending(p => p.IssueTime).ThenBy(p => p.Name)
            .Select(p => p.Name).FirstOrDefaultAsync(cancellation);
        if (before is null || heard == 0) return facts;
        return facts with { LastYear = heard is { } known ? await ReadAsync(before, known, facts.AsOf, cancellation) : await ReadAsync(before, facts.AsOf, null, cancellation) };
    }

    /// <summary>Microseconds, as PostgreSQL keeps them: what is answered now is what is read later.</summary>
    static DateTimeOffset Micro(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
