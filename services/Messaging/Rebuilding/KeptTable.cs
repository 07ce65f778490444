namespace Suite.Messaging.Rebuilding;

/// <summary>A table that follows from events alone, and how its rows are told apart and compared.</summary>
/// <param name="Rows">
/// SELECT of its rows t in SCHEMA: where each lies (place, its ctid), what it is of (key, a text, unique) and what it says (row, a jsonb). {0} and so on
/// are arguments.
/// </param>
/// <param name="Columns">That are taken over; the others are given anew.</param>
public sealed record KeptTable(string Name, string Rows, string Columns = "*")
{
    /// <summary>The rows of both sides, as kept and told.</summary>
    public string Sides => $"WITH kept AS ({In("public")}), told AS ({In("pg_temp")})";

    internal string Comparison =>
        $"""
         {Sides} SELECT coalesce(k.key, t.key) AS "Key", k.row::text AS "Kept", t.row::text AS "Told" FROM kept k FULL JOIN told t ON t.key = k.key
         WHERE k.row::text IS DISTINCT FROM t.row::text ORDER BY 1
         """;

    /// <summary>Of what is not told, or is told otherwise.</summary>
    internal string Removal =>
        $"{Sides} DELETE FROM public.{Name} x USING kept k LEFT JOIN told t ON t.key = k.key WHERE x.ctid = k.place AND k.row::text IS DISTINCT FROM t.row::text";

    /// <summary>Of what is not kept, in the order in which it was told.</summary>
    internal string Addition =>
        $"""
         {Sides} INSERT INTO public.{Name} {(Columns == "*" ? "" : $"({Columns})")} SELECT {(Columns == "*" ? "x.*" : Columns)}
         FROM pg_temp.{Name} x JOIN told t ON t.place = x.ctid WHERE NOT EXISTS (SELECT FROM kept k WHERE k.key = t.key) ORDER BY x.ctid
         """;

    string In(string schema) => Rows.Replace("SCHEMA", schema, StringComparison.Ordinal);
}

/// <summary>A row that is not as the feed tells it; null on the side where there is none.</summary>
/// <param name="Key">What it is of.</param>
/// <param name="Kept">As JSON.</param>
public sealed record RowDifference(string Key, string? Kept, string? Told);

/// <param name="Count">How many differences there are in all.</param>
/// <param name="First">The first of them, with their tables.</param>
public sealed record Differences(long Count, IReadOnlyList<(string Table, RowDifference Row)> First);
