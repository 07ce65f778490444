namespace Suite.Indicators.Rebuilding;

/// <summary>A table that is worked out from events, and how its rows are compared. {0} in its SQL is the plan, empty for all; SCHEMA where it lies.</summary>
/// <param name="Kind">As the contract names it.</param>
/// <param name="Rows">Columns name and row: what each is of, unique, and what it says.</param>
/// <param name="Columns">That are copied; empty for all.</param>
/// <param name="InPlan">Which rows t are of the plan.</param>
sealed record KeptTable(string Kind, string Table, string Rows, string InPlan, string Columns = "")
{
    const string Kept = "public";
    const string Told = "pg_temp";

    /// <summary>In the order in which rows may be added; the other way round they may be removed.</summary>
    public static readonly IReadOnlyList<KeptTable> All =
    [
        new("task", "task", "SELECT t.task AS name, to_jsonb(t) AS row FROM SCHEMA.task t", "t.task LIKE {0} || '/%'"),
        new("indicator", "indicator", "SELECT 'indicators/' || t.id AS name, to_jsonb(t) AS row FROM SCHEMA.indicator t", "t.plan = {0}"),
        new("target", "target", "SELECT 'indicators/' || t.indicator_id || ' ' || t.ordinal AS name, to_jsonb(t) AS row FROM SCHEMA.target t",
            "t.indicator_id IN (SELECT id FROM SCHEMA.indicator WHERE plan = {0})"),
        new("observation", "observation", "SELECT t.report || ' r' || t.revision || ' ' || t.commitment AS name, to_jsonb(t) AS row FROM SCHEMA.observation t", "t.task LIKE {0} || '/%'"),
        new("contradiction", "contradiction",
            """
            SELECT t.task || ' ' || t.indicator_id || ' ' || t.quarter || ' '
                || row_number() OVER (PARTITION BY t.task, t.indicator_id, t.quarter ORDER BY t.one_value, t.other_value, t.one_commitments, t.other_commitments) AS name,
                to_jsonb(t) - 'number' AS row FROM SCHEMA.contradiction t
            """,
            "t.plan = {0}", "plan, task_number, task, indicator_id, quarter, one_value, other_value, unit, one_commitments, other_commitments"),
    ];

    /// <summary>
    /// Figures of reports. Their place in the change feed, the number of their source and when it was recorded are not told by the owner, so they
    /// are not compared.
    /// </summary>
    public static readonly KeptTable Figures = new("figure", "figure",
        """
        SELECT k.name || ' ' || t.period || ' ' || t.known_at || ' ' || t.mark AS name, t.measure, t.period, t.known_at, t.mark,
            to_jsonb(t) - 'measure' - 'change' - 'source' || jsonb_build_object('origin', s.origin, 'revision', s.revision, 'author', s.author, 'why', s.why) AS row
        FROM SCHEMA.figure t JOIN SCHEMA.measure_key k ON k.number = t.measure JOIN SCHEMA.figure_source s ON s.number = t.source
        """,
        "k.name IN (SELECT 'indicators/' || id FROM SCHEMA.indicator WHERE plan = {0})");

    /// <summary>How what is kept and what is told differ.</summary>
    public string Differences => $"{Sides} SELECT coalesce(k.name, t.name) AS \"Name\", k.row::text AS \"Kept\", t.row::text AS \"Told\" FROM kept k FULL JOIN told t ON t.name = k.name"
        + " WHERE k.row::text IS DISTINCT FROM t.row::text ORDER BY 1";

    /// <summary>The rows of both sides, as kept and told.</summary>
    public string Sides => $"WITH kept AS ({Of(Kept)}), told AS ({Of(Told)})";

    public string Removal => $"DELETE FROM {Kept}.{Table} t WHERE {In(Kept)}";

    public string Addition => $"INSERT INTO {Kept}.{Table} {(Columns.Length > 0 ? $"({Columns})" : "")} SELECT {(Columns.Length > 0 ? Columns : "*")} FROM {Told}.{Table} t ORDER BY 1";

    string Of(string schema) => $"{Rows.Replace("SCHEMA", schema, StringComparison.Ordinal)} WHERE {(this == Figures ? "t.entity = 0 AND k.name LIKE 'indicators/%' AND " : "")}{In(schema)}";

    string In(string schema) => $"({{0}} = '' OR {InPlan.Replace("SCHEMA", schema, StringComparison.Ordinal)})";
}
