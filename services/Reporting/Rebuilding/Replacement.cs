using Npgsql;

namespace Suite.Reporting.Rebuilding;

/// <summary>Puts the tables made of the feed in the place of those that are kept. Runs in one transaction, with the kept ones closed to writers.</summary>
sealed class Replacement(Staging staging, Comparison comparison, TimeProvider clock)
{
    /// <summary>
    /// Writers take the plan's row first; so with this lock first nobody who holds another one waits for it. Readers go on.
    /// </summary>
    public static string Lock { get; } =
        $"LOCK TABLE public.plan_state, public.plan_change, {string.Join(", ", FactTable.All.Select(t => $"public.{t.Name}"))} IN SHARE ROW EXCLUSIVE MODE";

    /// <summary>
    /// What was heard of before keeps its revision, found by what was told of what; the rest gets the next ones of its plan, in the order of the feed.
    /// </summary>
    public async Task NumberAsync(CancellationToken cancellation)
    {
        await staging.RunAsync(
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
        foreach (var table in FactTable.All.Where(t => t.HasRevision))
            await staging.RunAsync($"UPDATE pg_temp.{table.Name} t SET heard = m.kept FROM revision_map m WHERE t.\"{table.Plan}\" = m.plan AND t.heard = m.made", cancellation);
        await staging.RunAsync(
            """
            INSERT INTO public.plan_change (plan, revision, kind, resource, mark, event_time, record_time)
            SELECT n.plan, m.kept, n.kind, n.resource, n.mark, n.event_time, @now FROM pg_temp.plan_change n JOIN revision_map m ON m.plan = n.plan AND m.made = n.revision
            WHERE NOT EXISTS (SELECT 1 FROM public.plan_change k WHERE k.plan = n.plan AND k.revision = m.kept)
            """, cancellation, Now());
    }

    /// <summary>What came over the bus before the feed tells it.</summary>
    public async Task KeepWhatIsNotToldYetAsync(CancellationToken cancellation)
    {
        // Parts before the rows that know their age.
        foreach (var table in FactTable.All.Reverse())
            await staging.RunAsync(
                $"""
                 INSERT INTO pg_temp.{table.Name} SELECT k.* FROM public.{table.Name} k
                 WHERE {Comparison.NotToldYet(table, "k")} AND NOT EXISTS (SELECT 1 FROM pg_temp.{table.Name} s WHERE {table.Same("s", "k")})
                 """, cancellation, comparison.Since());
    }

    public async Task ReplaceAsync(CancellationToken cancellation)
    {
        foreach (var table in FactTable.All.Reverse())
            await staging.RunAsync(
                $"DELETE FROM public.{table.Name} k WHERE NOT EXISTS (SELECT 1 FROM pg_temp.{table.Name} s WHERE {table.Same("s", "k")} AND to_jsonb(s) = to_jsonb(k))", cancellation);
        foreach (var table in FactTable.All)
            await staging.RunAsync(
                $"INSERT INTO public.{table.Name} SELECT s.* FROM pg_temp.{table.Name} s WHERE NOT EXISTS (SELECT 1 FROM public.{table.Name} k WHERE {table.Same("k", "s")})", cancellation);
    }

    /// <summary>Every plan is at its last revision; one that is not as it was is at another, so that what was counted of it is counted anew.</summary>
    public async Task AnnounceAsync(CancellationToken cancellation) => await staging.RunAsync(
        """
        INSERT INTO public.plan_state (plan, revision, record_time) SELECT plan, max(revision), max(record_time) FROM public.plan_change GROUP BY plan
        ON CONFLICT (plan) DO UPDATE SET revision = GREATEST(plan_state.revision, excluded.revision), record_time = GREATEST(plan_state.record_time, excluded.record_time)
        """ + (comparison.Count == 0 ? "" :
        """
        ;
        UPDATE public.plan_state SET revision = revision + 1, record_time = GREATEST(record_time, @now);
        INSERT INTO public.plan_change (plan, revision, kind, resource, mark, event_time, record_time)
        SELECT plan, revision, 'Rebuilt', plan, revision::text, @now, record_time FROM public.plan_state
        """), cancellation, Now());

    NpgsqlParameter Now() => new("now", clock.GetUtcNow().ToUniversalTime());
}
