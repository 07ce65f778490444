using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Indicators.Storage;
using Suite.Messaging.Rebuilding;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Rebuilding;

/// <summary>Works out anew, from the events of tasks, what this service keeps of them.</summary>
public sealed class TaskSeriesRebuild(IndicatorsDbContext db, Retelling retelling, TimeProvider clock)
{
    const int MostShown = 500;

    /// <exception cref="ProblemException">ILLEGAL_STEP where another one is under way.</exception>
    public Task<Shadow> BeginAsync(CancellationToken cancellation) => retelling.BeginAsync("indicators", TaskTables.Shadowed, cancellation);

    /// <param name="plan">plans/{plan}; empty for all.</param>
    /// <exception cref="ProblemException">DEPENDENCY_UNAVAILABLE.</exception>
    public async Task TellAsync(Shadow shadow, string plan, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO pg_temp.figure_position VALUES (0)", cancellation);
        await retelling.TellAsync(shadow, plan.Length == 0 ? null : message => PlanOf(message) == plan, settled: null, cancellation);
    }

    public Task<Differences> CompareAsync(Shadow shadow, string plan, CancellationToken cancellation) =>
        shadow.CompareAsync([.. TaskTables.All, TaskTables.Figures], MostShown, cancellation, plan);

    /// <summary>Makes what is kept into what was told. Runs in the current transaction.</summary>
    public async Task TakeOverAsync(Shadow shadow, string plan, CancellationToken cancellation)
    {
        // Figures are found by their indicators, so those that are not told any more, or otherwise, go first.
        await db.Database.ExecuteSqlRawAsync(
            $"""
             {TaskTables.Figures.Sides} DELETE FROM public.figure f USING kept k LEFT JOIN told t ON t.key = k.key
             WHERE (f.measure, f.entity, f.period, f.known_at, f.mark) = (k.measure, 0, k.period, k.known_at, k.mark) AND k.row::text IS DISTINCT FROM t.row::text
             """, [plan], cancellation);
        // Observations keep an indicator that others may not take away from them.
        await db.Database.ExecuteSqlRawAsync(
            $"""
             {TaskTables.Indicators.Sides} UPDATE public.observation o SET indicator_id = NULL FROM kept k LEFT JOIN told t ON t.key = k.key
             WHERE 'indicators/' || o.indicator_id = k.key AND k.row::text IS DISTINCT FROM t.row::text
             """, [plan], cancellation);
        await shadow.TakeOverAsync(TaskTables.All, clock.GetUtcNow(), cancellation, plan);
        await AddFiguresAsync(cancellation);
    }

    /// <summary>Figures that are the same on both sides stay where they are in the change feed; the others come at its end.</summary>
    async Task AddFiguresAsync(CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("INSERT INTO public.measure_key (name) SELECT name FROM pg_temp.measure_key ORDER BY number ON CONFLICT (name) DO NOTHING", cancellation);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO public.figure_source (origin, revision, author, why, "time") SELECT DISTINCT ON (s.origin, s.revision, s.author, s.why) s.origin, s.revision, s.author, s.why, s."time"
            FROM pg_temp.figure_source s WHERE NOT EXISTS (SELECT FROM public.figure_source p WHERE (p.origin, p.revision, p.author, p.why) = (s.origin, s.revision, s.author, s.why))
            """, cancellation);
        await db.Database.ExecuteSqlRawAsync(
            """
            WITH missing AS (
                SELECT k.number AS kept_measure, (SELECT min(p.number) FROM public.figure_source p WHERE (p.origin, p.revision, p.author, p.why) = (s.origin, s.revision, s.author, s.why)) AS kept_source,
                    row_number() OVER (ORDER BY f.change) AS at, f.*
                FROM pg_temp.figure f JOIN pg_temp.measure_key o ON o.number = f.measure JOIN public.measure_key k ON k.name = o.name JOIN pg_temp.figure_source s ON s.number = f.source
                WHERE NOT EXISTS (SELECT FROM public.figure p WHERE (p.measure, p.entity, p.period, p.known_at, p.mark) = (k.number, 0, f.period, f.known_at, f.mark))),
            place AS (UPDATE public.figure_position SET last = last + (SELECT count(*) FROM missing) RETURNING last)
            INSERT INTO public.figure (measure, entity, period, known_at, mark, change, source, status, comparator, period_value, year_to_date, growth, note, comment)
            SELECT kept_measure, 0, period, known_at, mark, place.last - (SELECT count(*) FROM missing) + at, kept_source, status, comparator, period_value, year_to_date, growth, note, comment
            FROM missing, place
            """, cancellation);
    }

    static string PlanOf(object message) => message switch
    {
        TaskIssued issued => issued.Plan, TaskRevised revised => revised.State.Plan, ProgressAccepted accepted => accepted.Plan, _ => "",
    };
}
