using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Rebuilding;

/// <summary>With which revision of its plan each fact became known here: this service's own log, of which its owner knows nothing.</summary>
static class Revisions
{
    /// <summary>
    /// What was heard of before keeps its revision, found by what was told of what; the rest gets the next ones of its plan, in the order of the feed.
    /// </summary>
    public static async Task NumberAsync(ReportingDbContext db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE TEMP TABLE revision_map AS
            SELECT n.plan, n.revision AS made, k.revision AS kept FROM pg_temp.plan_change n
            LEFT JOIN (SELECT plan, kind, resource, mark, min(revision) AS revision FROM public.plan_change GROUP BY 1, 2, 3, 4) k USING (plan, kind, resource, mark);
            UPDATE revision_map m SET kept = x.revision FROM (
                SELECT n.plan, n.made, coalesce(s.revision, 0) + row_number() OVER (PARTITION BY n.plan ORDER BY n.made) AS revision
                FROM revision_map n LEFT JOIN public.plan_state s ON s.plan = n.plan WHERE n.kept IS NULL) x
            WHERE m.plan = x.plan AND m.made = x.made;
            ANALYZE revision_map;
            """, cancellation);
        foreach (var (table, plan) in FactTables.Revised)
            await db.Database.ExecuteSqlRawAsync($"UPDATE pg_temp.{table} t SET heard = m.kept FROM revision_map m WHERE t.{plan} = m.plan AND t.heard = m.made", cancellation);
    }

    /// <summary>Every plan is at its last revision; one that is not as it was is at another, so that what was counted of it is counted anew.</summary>
    public static async Task KeepAsync(ReportingDbContext db, bool changed, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO public.plan_change (plan, revision, kind, resource, mark, event_time, record_time)
             SELECT n.plan, m.kept, n.kind, n.resource, n.mark, n.event_time, {now} FROM pg_temp.plan_change n JOIN revision_map m ON m.plan = n.plan AND m.made = n.revision
             WHERE NOT EXISTS (SELECT 1 FROM public.plan_change k WHERE k.plan = n.plan AND k.revision = m.kept);
             INSERT INTO public.plan_state (plan, revision, record_time) SELECT plan, max(revision), max(record_time) FROM public.plan_change GROUP BY plan
             ON CONFLICT (plan) DO UPDATE SET revision = GREATEST(plan_state.revision, excluded.revision), record_time = GREATEST(plan_state.record_time, excluded.record_time)
             """, cancellation);
        if (!changed) return;
        await db.Database.ExecuteSqlAsync(
            $"""
             UPDATE public.plan_state SET revision = revision + 1, record_time = GREATEST(record_time, {now});
             INSERT INTO public.plan_change (plan, revision, kind, resource, mark, event_time, record_time)
             SELECT plan, revision, 'Rebuilt', plan, revision::text, {now}, record_time FROM public.plan_state
             """, cancellation);
    }
}
