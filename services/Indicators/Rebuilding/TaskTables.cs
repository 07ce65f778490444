using Suite.Messaging.Rebuilding;

namespace Suite.Indicators.Rebuilding;

/// <summary>What is worked out from events of tasks. {0} is the plan, empty for all.</summary>
static class TaskTables
{
    public static readonly KeptTable Indicators = new("indicator", Rows("indicator", "'indicators/' || t.id", "t.plan = {0}"));

    /// <summary>Those that others refer to first.</summary>
    public static readonly IReadOnlyList<KeptTable> All =
    [
        new("task", Rows("task", "t.task", "t.task LIKE {0} || '/%'")),
        Indicators,
        new("target", Rows("target", "'indicators/' || t.indicator_id || ' ' || t.ordinal", "t.indicator_id IN (SELECT id FROM SCHEMA.indicator WHERE plan = {0})")),
        new("observation", Rows("observation", "t.report || ' r' || t.revision || ' ' || t.commitment", "t.task LIKE {0} || '/%'")),
        new("contradiction",
            Rows("contradiction",
                """
                t.task || ' ' || t.indicator_id || ' ' || t.quarter || ' '
                    || row_number() OVER (PARTITION BY t.task, t.indicator_id, t.quarter ORDER BY t.one_value, t.other_value, t.one_commitments, t.other_commitments)
                """,
                "t.plan = {0}", " - 'number'"),
            "plan, task_number, task, indicator_id, quarter, one_value, other_value, unit, one_commitments, other_commitments"),
    ];

    /// <summary>
    /// Figures of reports. Their place in the change feed, the number of their source and when it was recorded are not told by the owner, so they
    /// are not compared.
    /// </summary>
    public static readonly KeptTable Figures = new("figure",
        """
        SELECT t.ctid AS place, k.name || ' ' || t.period || ' ' || t.known_at || ' ' || t.mark AS key, t.measure, t.period, t.known_at, t.mark,
            to_jsonb(t) - 'measure' - 'change' - 'source' || jsonb_build_object('origin', s.origin, 'revision', s.revision, 'author', s.author, 'why', s.why) AS row
        FROM SCHEMA.figure t JOIN SCHEMA.measure_key k ON k.number = t.measure JOIN SCHEMA.figure_source s ON s.number = t.source
        WHERE t.entity = 0 AND k.name LIKE 'indicators/%' AND ({0} = '' OR k.name IN (SELECT 'indicators/' || id FROM SCHEMA.indicator WHERE plan = {0}))
        """);

    /// <summary>All that handlers of these events read and write.</summary>
    public static readonly IReadOnlyList<string> Shadowed = [.. All.Select(t => t.Name), "measure_key", "figure_source", "figure", "figure_position"];

    static string Rows(string table, string key, string inPlan, string untold = "") =>
        $"SELECT t.ctid AS place, {key} AS key, to_jsonb(t){untold} AS row FROM SCHEMA.{table} t WHERE ({{0}} = '' OR {inPlan})";
}
