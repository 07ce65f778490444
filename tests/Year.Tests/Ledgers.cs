using System.Globalization;
using Npgsql;

namespace Suite.Year.Tests;

/// <summary>Reads the raw tables of the service tasks: what of a plan had happened at a moment.</summary>
/// <param name="Plan">plans/{plan}</param>
sealed record Ledgers(Database Tables, string Plan, DateTimeOffset AsOf)
{
    string Id => Plan["plans/".Length..];

    public int Year => int.Parse(Id, CultureInfo.InvariantCulture);

    string Then => $"'{AsOf.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffff}Z'::timestamptz";

    /// <summary>One row a lead unit's report with its last acceptance, the approval of the same revision, and who wrote it.</summary>
    public async Task<IReadOnlyList<BookedReport>> AcceptedAsync() => await Tables.RowsAsync(
        $"""
         SELECT r.task_number, r.unit_id, r.period_code, a.revision, r.light, w.account, w.time, p.account, p.time, a.account, a.time,
             (SELECT count(*) FROM report_step b WHERE (b.plan_id, b.task_number, b.period_code, b.unit_id) = (r.plan_id, r.task_number, r.period_code, r.unit_id) AND b.kind = 5 AND b.time <= {Then})
         FROM progress_report r
         JOIN report_step a ON (a.plan_id, a.task_number, a.period_code, a.unit_id) = (r.plan_id, r.task_number, r.period_code, r.unit_id) AND a.kind = 4 AND a.time <= {Then}
         JOIN report_step p ON (p.plan_id, p.task_number, p.period_code, p.unit_id) = (r.plan_id, r.task_number, r.period_code, r.unit_id) AND p.kind = 2 AND p.revision = a.revision
         JOIN report_revision w ON (w.plan_id, w.task_number, w.period_code, w.unit_id) = (r.plan_id, r.task_number, r.period_code, r.unit_id) AND w.number = a.revision
         WHERE r.plan_id = '{Id}' AND r.role = 1
         """, ReportOf);

    public async Task<IReadOnlySet<int>> AcknowledgedAsync() => (await Tables.RowsAsync(
        $"SELECT task_number FROM assignment WHERE plan_id = '{Id}' AND role = 1 AND withdrawn_at IS NULL GROUP BY 1 HAVING bool_and(acknowledged_at IS NOT NULL AND acknowledged_at <= {Then})",
        row => row.GetInt32(0))).ToHashSet();

    /// <summary>The audit names the request to close, or the task.</summary>
    public async Task<IReadOnlyList<BookedEnd>> EndsAsync() => await Tables.RowsAsync(
        $"""
         SELECT split_part(resource, '/', 4)::int, action, time FROM audit_entry
         WHERE action IN ('ApproveClosing', 'CarryOverTask', 'ReopenTask') AND resource LIKE '{Plan}/tasks/%' AND time <= {Then} ORDER BY sequence
         """, row => new BookedEnd(row.GetInt32(0), row.GetString(1), row.GetDateTime(2)));

    public async Task<IReadOnlyList<BookedMark>> MarksAsync() => await Tables.RowsAsync(
        $"SELECT task_number, light, report_period_code, time FROM light_mark WHERE plan_id = '{Id}' AND time <= {Then} ORDER BY task_number, ordinal",
        row => new BookedMark(row.GetInt32(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.GetDateTime(3)));

    public async Task<IReadOnlyList<BookedMonth>> MonthsAsync() => await Tables.RowsAsync(
        $"""
         SELECT task_number, unit_id, period_code, (f->>'ordinal')::int, (f->>'periodValue')::numeric FROM report_revision r, jsonb_array_elements(r.content->'figures') f
         WHERE plan_id = '{Id}' AND period_code % 10 = 3
         """, row => new BookedMonth($"{Plan}/tasks/{row.GetInt32(0)}", $"units/{row.GetString(1)}", row.GetInt32(2), row.GetInt32(3), row.GetDecimal(4)));

    BookedReport ReportOf(NpgsqlDataReader row)
    {
        return new($"{Plan}/tasks/{row.GetInt32(0)}", $"units/{row.GetString(1)}", row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt64(11), Signed(5), Signed(7), Signed(9));

        (string, DateTime) Signed(int column) => (row.GetString(column), row.GetDateTime(column + 1));
    }
}
