namespace Suite.Reporting.Rebuilding;

/// <summary>A table of the read model that follows from events alone.</summary>
/// <param name="Key">Columns that identify a row.</param>
/// <param name="Plan">The column that names the plan; empty for a part of a row of another table, which knows it.</param>
sealed record FactTable(string Name, string[] Key, string Plan = "plan")
{
    /// <summary>Those that others refer to come first.</summary>
    public static readonly IReadOnlyList<FactTable> All =
    [
        new("known_plan", ["name"], "name"),
        new("known_task", ["name", "revision"]),
        new("acknowledgement", ["task", "unit"]),
        new("report_step", ["report", "revision", "kind"]),
        new("accepted_report", ["report", "revision"]),
        new("accepted_figure", ["report", "revision", "ordinal"], ""),
        new("light_change", ["task", "time"]),
        new("adjustment_step", ["adjustment", "step", "time"]),
        new("case_step", ["case", "action", "time"]),
    ];

    /// <summary>The log of what became known: made anew with the facts, then matched with the one that is kept.</summary>
    public static readonly IReadOnlyList<string> Log = ["plan_change", "plan_state"];

    public bool HasRevision => Plan.Length > 0;

    /// <summary>That a row of <paramref name="left"/> and one of <paramref name="right"/> are the same thing.</summary>
    public string Same(string left, string right) => string.Join(" AND ", Key.Select(k => $"{left}.\"{k}\" = {right}.\"{k}\""));

    /// <summary>The row without the revision with which it became known here, which the owner cannot know.</summary>
    public string Told(string row) => HasRevision ? $"to_jsonb({row}) - 'heard'" : $"to_jsonb({row})";

    public string KeyOf(string left, string right) =>
        $"jsonb_build_object({string.Join(", ", Key.Select(k => $"'{k}', to_jsonb(coalesce({left}.\"{k}\", {right}.\"{k}\"))"))})::text";
}
