using Suite.Messaging.Rebuilding;

namespace Suite.Reporting.Rebuilding;

/// <summary>The tables of the read model that follow from events alone.</summary>
static class FactTables
{
    /// <summary>Those that others refer to come first.</summary>
    public static readonly IReadOnlyList<KeptTable> All =
    [
        Of("known_plan", "name"), Of("known_task", "name", "revision"), Of("acknowledgement", "task", "unit"), Of("report_step", "report", "revision", "kind"),
        Of("accepted_report", "report", "revision"), Of("accepted_figure", "report", "revision", "ordinal"), Of("light_change", "task", "time"),
        Of("adjustment_step", "adjustment", "step", "time"), Of("case_step", "case", "action", "time"),
    ];

    /// <summary>Those whose rows say with which revision of their plan they became known, and their column that names the plan. The others are parts of their rows.</summary>
    public static readonly IReadOnlyList<(string Table, string Plan)> Revised =
        [.. All.Where(t => t.Name != "accepted_figure").Select(t => (t.Name, t.Name == "known_plan" ? "name" : "plan"))];

    /// <summary>With the log of what became known, which is made anew too, then matched with the one that is kept.</summary>
    public static readonly IReadOnlyList<string> Shadowed = [.. All.Select(t => t.Name), "plan_change", "plan_state"];

    static KeptTable Of(string table, params string[] key) => new(
        table, $"SELECT t.ctid AS place, jsonb_build_object({string.Join(", ", key.Select(k => $"'{k}', t.\"{k}\""))})::text AS key, to_jsonb(t) AS row FROM SCHEMA.{table} t");
}
