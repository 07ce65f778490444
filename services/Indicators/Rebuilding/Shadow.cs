using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Rebuilding;

/// <summary>One difference between what is kept and what the feed tells; null where there is nothing on that side.</summary>
public sealed record DifferenceRow(string Name, string? Kept, string? Told);

/// <summary>
/// Empty tables that lie before those of the service for the length of a transaction, under the same names: whatever the service's handlers do
/// meanwhile goes there, and can be compared with, and put in the place of, what is kept.
/// </summary>
sealed class Shadow(IndicatorsDbContext db)
{
    static readonly string[] Tables = ["task", "indicator", "target", "observation", "contradiction", "measure_key", "figure_source", "figure", "figure_position"];

    public async Task RaiseAsync(CancellationToken cancellation)
    {
        foreach (var table in Tables)
            await db.Database.ExecuteSqlRawAsync($"CREATE TEMPORARY TABLE {table} (LIKE public.{table} INCLUDING ALL) ON COMMIT DROP", cancellation);
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO pg_temp.figure_position VALUES (0); CREATE TEMPORARY TABLE told_event (id uuid NOT NULL) ON COMMIT DROP", cancellation);
        db.IsShadowed = true;
    }

    public Task NoteAsync(Guid[] events, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO told_event SELECT unnest({events})", cancellation);

    /// <summary>How many of the events noted were not heard of over the bus.</summary>
    public Task<long> UnheardAsync(CancellationToken cancellation) => db.Database.SqlQuery<long>(
        $"""SELECT count(*) AS "Value" FROM told_event t WHERE NOT EXISTS (SELECT FROM inbox_message i WHERE i.id = t.id)""").SingleAsync(cancellation);

    public Task<List<DifferenceRow>> DifferencesAsync(KeptTable table, string plan, CancellationToken cancellation) =>
        db.Database.SqlQueryRaw<DifferenceRow>(table.Differences, plan).ToListAsync(cancellation);

    /// <summary>Makes what is kept into what was told. Figures that are the same on both sides stay where they are in the change feed.</summary>
    public async Task TakeOverAsync(string plan, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var table in KeptTable.All.Reverse()) await db.Database.ExecuteSqlRawAsync(table.Removal, [plan], cancellation);
        foreach (var table in KeptTable.All) await db.Database.ExecuteSqlRawAsync(table.Addition, cancellation);
        await db.Database.ExecuteSqlRawAsync("INSERT INTO public.measure_key (name) SELECT name FROM pg_temp.measure_key ORDER BY number ON CONFLICT (name) DO NOTHING", cancellation);
        await TakeOverFiguresAsync(plan, cancellation);
        await db.Database.ExecuteSqlAsync($"INSERT INTO inbox_message (id, received_at) SELECT DISTINCT id, {now} FROM told_event ON CONFLICT DO NOTHING", cancellation);
    }

    async Task TakeOverFiguresAsync(string plan, CancellationToken cancellation)
    {
        // Those that are not told any more, or otherwise, go first.
        await db.Database.ExecuteSqlRawAsync(
            $"""
             {KeptTable.Figures.Sides} DELETE FROM public.figure f USING kept k LEFT JOIN told t ON t.name = k.name
             WHERE (f.measure, f.entity, f.period, f.known_at, f.mark) = (k.measure, 0, k.period, k.known_at, k.mark) AND k.row::text IS DISTINCT FROM t.row::text
             """, [plan], cancellation);
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
}
