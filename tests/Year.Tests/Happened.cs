namespace Suite.Year.Tests;

/// <summary>What happened beside the reports within a quarter, counted in the tables of the service tasks. A quarter is one of the city's days.</summary>
static class Happened
{
    public static async Task<long> CountAsync(Books books, string what, int quarter, DateOnly day) => await books.Tables.CountAsync(what switch
    {
        "adjustments decided" => $"SELECT count(*) FROM adjustment_step WHERE verb IN ('APPROVE', 'REFUSE') AND {In(quarter)}",
        "adjustments approved" => $"SELECT count(*) FROM adjustment_step WHERE verb = 'APPROVE' AND {In(quarter)}",
        // Nothing but adjustments changes the plan in this year, and none brings in or takes away a task.
        "added by editions" or "withdrawn by editions" => "SELECT count(*) FROM task WHERE plan_id = '2024' AND state = 4",
        "revised by editions" => $"SELECT count(DISTINCT task_number) FROM past_task WHERE plan_id = '2024' AND {In(quarter, "replaced_at")}",
        "instructions with a step" => $"SELECT count(DISTINCT (task_number, case_number)) FROM instruction_step WHERE {In(quarter)}",
        "instructions overdue" =>
            $"""
            SELECT count(*) FROM (SELECT DISTINCT ON (plan_id, task_number, case_number) * FROM instruction_step WHERE {In(quarter)} ORDER BY plan_id, task_number, case_number, ordinal DESC) s
            JOIN instruction i ON (i.plan_id, i.task_number, i.number) = (s.plan_id, s.task_number, s.case_number) WHERE s.state IN ('ISSUED', 'ACKNOWLEDGED') AND i.due_on < '{day:yyyy-MM-dd}'
            """,
        _ => throw new ShouldAssertException($"'{what}' is a way to count that nobody has written down here."),
    });

    /// <summary>What came before the year counts for its first quarter, what came after it for its last.</summary>
    static string In(int quarter, string column = "time")
    {
        var local = $"{column} AT TIME ZONE 'Asia/Shanghai'";
        return $"CASE WHEN date_part('year', {local}) < 2024 THEN 1 WHEN date_part('year', {local}) > 2024 THEN 4 ELSE date_part('quarter', {local}) END = {quarter}";
    }
}
