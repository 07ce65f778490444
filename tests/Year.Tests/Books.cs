using System.Globalization;
using Npgsql;
using Suite.Auth.V1;
using Suite.Directory.V1;
using Suite.Tasks.V1;
using Suite.Testing;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>A task as its owner has it.</summary>
/// <param name="Due">Quarters in which its schedule names something.</param>
sealed record BookedTask(
    string Name, int Number, string Section, IReadOnlyList<int> Due, IReadOnlyList<UnitRef> Leads, IReadOnlyList<ResponsibleLeader> Leaders, IReadOnlyList<Promise> Promises, bool Acknowledged);

/// <summary>An accepted report of a lead unit.</summary>
/// <param name="Returned">How often it came back.</param>
sealed record BookedReport(
    string Name, string Task, string Unit, int Quarter, int Revision, int Light, long Returned, (string Account, DateTime Time) Author, (string Account, DateTime Time) Approver,
    (string Account, DateTime Time) Reviewer);

sealed record BookedFigure(decimal Period, decimal YearToDate);

/// <summary>The owners' raw tables at the year's end, read past the reporting service: what its documents are counted again from.</summary>
sealed class Books
{
    /// <summary>One row a lead unit's report with its last acceptance, the approval of the same revision, and who wrote it.</summary>
    const string Accepted =
        """
        SELECT r.task_number, r.unit_id, r.quarter, a.revision, r.light, w.account, w.time, p.account, p.time, a.account, a.time,
            (SELECT count(*) FROM report_step b WHERE (b.plan_id, b.task_number, b.period_code, b.unit_id) = (r.plan_id, r.task_number, r.period_code, r.unit_id) AND b.kind = 5)
        FROM progress_report r
        JOIN report_step a ON (a.plan_id, a.task_number, a.period_code, a.unit_id) = (r.plan_id, r.task_number, r.period_code, r.unit_id) AND a.kind = 4
        JOIN report_step p ON (p.plan_id, p.task_number, p.period_code, p.unit_id) = (r.plan_id, r.task_number, r.period_code, r.unit_id) AND p.kind = 2 AND p.revision = a.revision
        JOIN report_revision w ON (w.plan_id, w.task_number, w.period_code, w.unit_id) = (r.plan_id, r.task_number, r.period_code, r.unit_id) AND w.number = a.revision
        WHERE r.plan_id = '2024' AND r.role = 1 AND r.state = 4
        """;

    const string Acknowledged =
        "SELECT task_number FROM assignment WHERE plan_id = '2024' AND role = 1 AND withdrawn_at IS NULL GROUP BY 1 HAVING bool_and(acknowledged_at IS NOT NULL)";

    readonly Dictionary<(int Quarter, string Unit), decimal> _points = [];

    Books(YearRun year) => Tables = new(year.Suite.TasksDatabase);

    /// <summary>Of the service tasks.</summary>
    public Database Tables { get; }

    /// <summary>In order of their numbers.</summary>
    public IReadOnlyList<BookedTask> Tasks { get; private set; } = [];

    public IReadOnlyList<BookedReport> Reports { get; private set; } = [];

    public IReadOnlyDictionary<string, BookedTask> TaskByName { get; private set; } = null!;

    public IReadOnlyDictionary<string, BookedReport> ReportByName { get; private set; } = null!;

    /// <summary>As the service indicators has them.</summary>
    public IReadOnlyDictionary<(string Report, string Commitment), BookedFigure> Figures { get; private set; } = null!;

    /// <summary>Towns, sub-districts and parks.</summary>
    public IReadOnlySet<string> Towns { get; private set; } = null!;

    /// <summary>The last day for reports, by quarter from 1.</summary>
    public IReadOnlyList<DateOnly> DueDates { get; private set; } = [];

    public decimal? PointsOf(int quarter, string unit) => _points.TryGetValue((quarter, unit), out var points) ? points : null;

    public static async Task<Books> ReadAsync(YearRun year)
    {
        var books = new Books(year);
        // What follows takes for granted that nothing waits on the office's desk and that no light was set by hand.
        (await books.Tables.CountAsync("SELECT count(*) FROM progress_report WHERE role = 1 AND state <> 4")).ShouldBe(0);
        (await books.Tables.CountAsync("SELECT count(*) FROM light_mark WHERE report_unit_id IS NULL")).ShouldBe(0);
        var acknowledged = (await books.Tables.RowsAsync(Acknowledged, row => row.GetInt32(0))).ToHashSet();
        var tasks = new List<BookedTask>();
        await foreach (var t in year.EveryTaskAsync())
            tasks.Add(new(t.Name, t.Number, t.Section, [.. t.Schedule.SelectMany(i => i.Quarters).Distinct()], [.. t.LeadUnits.Where(u => u.Unit.Length > 0)],
                [.. t.Leaders.Where(l => l.Person.Length > 0)], Promise.Of(t), acknowledged.Contains(t.Number)));
        books.Tasks = [.. tasks.OrderBy(t => t.Number)];
        books.Reports = await books.Tables.RowsAsync(Accepted, ReportOf);
        (books.TaskByName, books.ReportByName) = (books.Tasks.ToDictionary(t => t.Name), books.Reports.ToDictionary(r => r.Name));
        var indicators = new Database(year.Suite.IndicatorsDatabase);
        books.Figures = (await indicators.RowsAsync("SELECT report, commitment, period, year_to_date FROM observation",
            row => (Key: (row.GetString(0), row.GetString(1)), Figure: new BookedFigure(row.GetDecimal(2), row.GetDecimal(3))))).ToDictionary(f => f.Key, f => f.Figure);
        await books.AskAsync(year);
        return books;
    }

    async Task AskAsync(YearRun year)
    {
        var (office, units) = (year.Suite.As(Role.Office), new UnitService.UnitServiceClient(year.Suite.Directory.GrpcInvoker(TestTokens.For(Role.Office))));
        var periods = await new CalendarService.CalendarServiceClient(office).ListPlanPeriodsAsync(new() { Parent = YearRun.Plan });
        DueDates = [.. periods.PlanPeriods.OrderBy(p => p.Quarter).Select(p => DateOnly.ParseExact(p.ReportDueDate, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
        var towns = new HashSet<string>();
        foreach (var kind in new[] { UnitKind.Town, UnitKind.Subdistrict, UnitKind.Park }) towns.UnionWith((await units.ListUnitsAsync(new() { Kind = kind, PageSize = 1000 })).Units.Select(u => u.Name));
        Towns = towns;
        for (var quarter = 1; quarter <= 4; quarter++)
            foreach (var score in (await new ScoreService.ScoreServiceClient(office).ListScoresAsync(new() { Parent = YearRun.Plan, Quarter = quarter, PageSize = 1000 })).Scores)
                _points[(quarter, score.Subject)] = Numbers.Read(score.Points);
    }

    static BookedReport ReportOf(NpgsqlDataReader row)
    {
        var (task, unit, quarter) = ($"{YearRun.Plan}/tasks/{row.GetInt32(0)}", row.GetString(1), row.GetInt32(2));
        return new($"{task}/reports/{unit}-q{quarter}", task, $"units/{unit}", quarter, row.GetInt32(3), row.GetInt32(4), row.GetInt64(11), Signed(5), Signed(7), Signed(9));

        (string, DateTime) Signed(int column) => (row.GetString(column), row.GetDateTime(column + 1));
    }
}
