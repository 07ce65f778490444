using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>
/// Gives what becomes known of a plan its revision. The plan's row stays locked until the transaction ends, so revisions are committed in
/// their order and none below one that can be read is still to come.
/// </summary>
public sealed class PlanLog(ReportingDbContext db, TimeProvider clock)
{
    /// <param name="mark">Tells apart what is told of one resource more than once; the same however often it is told.</param>
    /// <param name="happened">When it happened, as its owner says.</param>
    public async Task<long> NextAsync(string plan, string kind, string resource, string mark, DateTimeOffset happened, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var states = await db.Database.SqlQuery<PlanStateRow>(
            $"""
             INSERT INTO plan_state AS s (plan, revision, record_time) VALUES ({plan}, 1, {now})
             ON CONFLICT (plan) DO UPDATE SET revision = s.revision + 1, record_time = GREATEST(s.record_time, excluded.record_time)
             RETURNING s.revision AS "Revision", s.record_time AS "RecordTime"
             """).ToListAsync(cancellation);
        db.PlanChanges.Add(new PlanChange
        {
            Plan = plan, Revision = states[0].Revision, Kind = kind, Resource = resource, Mark = mark, EventTime = happened.ToUniversalTime(), RecordTime = states[0].RecordTime,
        });
        return states[0].Revision;
    }

    sealed record PlanStateRow(long Revision, DateTimeOffset RecordTime);
}
