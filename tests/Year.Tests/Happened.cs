using System.Globalization;

namespace Suite.Year.Tests;

/// <summary>What happened beside the reports within a quarter, counted in the tables of the service tasks. A quarter is one of the city's days.</summary>
sealed class Happened(Books books, int quarter)
{
    readonly string _id = books.Plan["plans/".Length..];

    public async Task<long> CountAsync(string what) => what switch
    {
        "tasks closed" => Ended("ApproveClosing"),
        "tasks carried over" => Ended("CarryOverTask"),
        _ => await books.Tables.CountAsync(what switch
        {
            "adjustments decided" => $"SELECT count(*) FROM adjustment_step WHERE plan_id = '{_id}' AND verb IN ('APPROVE', 'REFUSE') AND {In()}",
            "adjustments approved" => $"SELECT count(*) FROM adjustment_step WHERE plan_id = '{_id}' AND verb = 'APPROVE' AND {In()}",
            // Nothing but adjustments changes a plan in these years, and none brings in or takes away a task.
            "added by editions" or "withdrawn by editions" => $"SELECT count(*) FROM task WHERE plan_id = '{_id}' AND state = 4",
            "revised by editions" => $"SELECT count(DISTINCT task_number) FROM past_task WHERE plan_id = '{_id}' AND {In("replaced_at")}",
            "instructions with a step" => $"SELECT count(DISTINCT (task_number, case_number)) FROM instruction_step WHERE plan_id = '{_id}' AND {In()}",
            "instructions overdue" =>
                $"""
                 SELECT count(*) FROM (SELECT DISTINCT ON (task_number, case_number) * FROM instruction_step WHERE plan_id = '{_id}' AND {In()} ORDER BY task_number, case_number, ordinal DESC) s
                 JOIN instruction i ON (i.plan_id, i.task_number, i.number) = (s.plan_id, s.task_number, s.case_number) WHERE s.state IN ('ISSUED', 'ACKNOWLEDGED') AND i.due_on < '{books.Day:yyyy-MM-dd}'
                 """,
            _ => throw new ShouldAssertException($"'{what}' is a way to count that nobody has written down here."),
        }),
    };

    /// <summary>Of tasks that ended more than once within the quarter, or were opened again, the last counts.</summary>
    int Ended(string action) => books.Ends.Where(e => QuarterOf(CityDays.Of(e.Time)) == quarter).GroupBy(e => e.Task).Count(t => t.Last().Action == action);

    int Year => int.Parse(_id, CultureInfo.InvariantCulture);

    /// <summary>What came before the year counts for its first quarter, what came after it for its last.</summary>
    int QuarterOf(DateOnly day) => day.Year < Year ? 1 : day.Year > Year ? 4 : (day.Month + 2) / 3;

    string In(string column = "time")
    {
        var local = $"{column} AT TIME ZONE 'Asia/Shanghai'";
        return $"{column} <= '{books.AsOf.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffff}Z' AND CASE WHEN date_part('year', {local}) < {Year} THEN 1 WHEN date_part('year', {local}) > {Year} THEN 4 ELSE date_part('quarter', {local}) END = {quarter}";
    }
}
