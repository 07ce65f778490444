using Npgsql;
using Suite.Reporting.V1;

namespace Suite.Reporting.Rebuilding;

/// <summary>Compares the tables that are kept with those made of the feed, row for row.</summary>
/// <param name="since">What became known here later may still be on its way to the feed's readers: it is no difference that the feed lacks it.</param>
sealed class Comparison(Staging staging, DateTimeOffset since)
{
    public const int MostTold = 100;

    public long Count { get; private set; }

    public List<ReadModelDifference> Differences { get; } = [];

    public long Rows { get; private set; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var table in FactTable.All)
        {
            Rows += await staging.ScalarAsync<long>($"SELECT count(*) FROM pg_temp.{table.Name}", cancellation);
            await CompareAsync(table, cancellation);
        }
    }

    async Task CompareAsync(FactTable table, CancellationToken cancellation)
    {
        var first = table.Key[0];
        await using var command = new NpgsqlCommand(
            $"""
             SELECT CASE WHEN k."{first}" IS NULL THEN 1 WHEN s."{first}" IS NULL THEN 2 ELSE 3 END, {table.KeyOf("k", "s")},
                 ARRAY(SELECT a.key FROM jsonb_each({table.Told("k")}) a JOIN jsonb_each({table.Told("s")}) b USING (key) WHERE a.value <> b.value ORDER BY 1)
             FROM public.{table.Name} k FULL JOIN pg_temp.{table.Name} s ON {table.Same("k", "s")}
             WHERE {table.Told("k")} IS DISTINCT FROM {table.Told("s")} AND NOT (s."{first}" IS NULL AND {NotToldYet(table, "k")})
             ORDER BY 2
             """, staging.Connection);
        command.Parameters.Add(Since());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            Count++;
            if (Differences.Count >= MostTold) continue;
            var kind = (ReadModelDifference.Types.Kind)rows.GetInt32(0);
            Differences.Add(new()
            {
                Kind = kind, Table = table.Name, Key = rows.GetString(1),
                Columns = { kind == ReadModelDifference.Types.Kind.Different ? rows.GetFieldValue<string[]>(2) : [] },
            });
        }
    }

    public NpgsqlParameter Since() => new("since", since.ToUniversalTime());

    /// <summary>That a kept row became known later than <c>@since</c>.</summary>
    public static string NotToldYet(FactTable table, string row) => table.HasRevision
        ? $"EXISTS (SELECT 1 FROM public.plan_change c WHERE c.plan = {row}.\"{table.Plan}\" AND c.revision = {row}.heard AND c.record_time >= @since)"
        : $"""
           EXISTS (SELECT 1 FROM public.accepted_report r JOIN public.plan_change c ON c.plan = r.plan AND c.revision = r.heard
               WHERE r.report = {row}.report AND r.revision = {row}.revision AND c.record_time >= @since)
           """;
}
