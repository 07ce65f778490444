using System.Data;
using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Facts;

namespace Suite.Reporting.Storage;

/// <summary>Reads what is known of a plan's quarter, all of it as of one moment.</summary>
public sealed class FactReader(DbContextOptions<ReportingDbContext> options, TimeProvider clock)
{
    public async Task<QuarterFacts> ReadAsync(KnownPlan known, int quarter, CancellationToken cancellation)
    {
        var plan = known.Name;
        // A connection of its own: events go on arriving, and the command's transaction would see some of them between two queries.
        await using var db = new ReportingDbContext(options);
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        // Microseconds, as PostgreSQL keeps them: what is answered now is what is read later.
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.Plan == plan && !t.Withdrawn).OrderBy(t => t.Number).ToListAsync(cancellation);
        var acknowledgements = (await db.Acknowledgements.AsNoTracking().Where(a => a.Plan == plan).ToListAsync(cancellation)).ToLookup(a => a.Task);
        var steps = (await db.ReportSteps.AsNoTracking().Where(s => s.Plan == plan && s.Quarter == quarter).ToListAsync(cancellation)).ToLookup(s => s.Task);
        var accepted = (await db.AcceptedReports.AsNoTracking().Include(r => r.Figures).Where(r => r.Plan == plan && r.Quarter == quarter)
            .ToListAsync(cancellation)).ToLookup(r => r.Task);
        return new(known, quarter, now,
            [.. tasks.Select(t => TaskStanding.Of(t, quarter, acknowledgements[t.Name], steps[t.Name], accepted[t.Name]))]);
    }
}
