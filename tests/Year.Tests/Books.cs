using System.Globalization;
using Suite.Auth.V1;
using Suite.Directory.V1;
using Suite.Tasks.V1;
using Suite.Testing;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>The owners' raw tables as of a moment, read past the reporting service: what its documents are counted again from.</summary>
sealed class Books
{
    readonly Dictionary<(int Quarter, string Unit), decimal> _points = [];
    readonly BookedLights _lights;

    Books(Ledgers sources, BookedLights lights) => (Tables, Plan, AsOf, _lights) = (sources.Tables, sources.Plan, sources.AsOf, lights);

    /// <summary>Of the service tasks.</summary>
    public Database Tables { get; }

    /// <summary>plans/{plan}</summary>
    public string Plan { get; }

    public DateTimeOffset AsOf { get; }

    public DateOnly Day => CityDays.Of(AsOf);

    /// <summary>In order of their numbers.</summary>
    public IReadOnlyList<BookedTask> Tasks { get; private init; } = [];

    /// <summary>Those that end with a quarter: a month within one says nothing of it.</summary>
    public IReadOnlyList<BookedReport> Reports { get; private init; } = [];

    public IReadOnlyDictionary<string, BookedTask> TaskByName { get; private init; } = null!;

    public IReadOnlyDictionary<string, BookedReport> ReportByName { get; private init; } = null!;

    /// <summary>As the service indicators has them; of reports by the month the quarter's amount, added up here.</summary>
    public IReadOnlyDictionary<(string Report, string Commitment), BookedFigure> Figures { get; private init; } = null!;

    /// <summary>Closed, carried over and reopened, in order.</summary>
    public IReadOnlyList<BookedEnd> Ends { get; private init; } = [];

    /// <summary>Towns, sub-districts and parks.</summary>
    public IReadOnlySet<string> Towns { get; private set; } = null!;

    /// <summary>The last day for reports, by quarter from 1.</summary>
    public IReadOnlyList<DateOnly> DueDates { get; private init; } = [];

    public decimal? PointsOf(int quarter, string unit) => _points.TryGetValue((quarter, unit), out var points) ? points : null;

    /// <summary>What the task shows in a quarter, and whether the office set it by hand; null for nothing.</summary>
    public (int Light, bool ByHand)? Shown(BookedTask task, int quarter) => _lights.Of(task.Number, quarter);

    /// <summary>Whether the office set a light on the task at that time.</summary>
    public bool SetByHand(string task, DateTime time) => _lights.SetByHand(TaskByName[task].Number, time);

    public static Task<Books> ReadAsync(YearRun year) => ReadAsync(year, YearRun.Plan, year.Suite.Clock.GetUtcNow());

    public static async Task<Books> ReadAsync(YearRun year, string plan, DateTimeOffset asOf)
    {
        var sources = new Ledgers(new(year.Suite.TasksDatabase), plan, asOf);
        // What follows takes for granted that nothing waits on the office's desk.
        (await sources.Tables.CountAsync("SELECT count(*) FROM progress_report WHERE role = 1 AND state <> 4")).ShouldBe(0);
        var (accepted, acknowledged, ends) = (await sources.AcceptedAsync(), await sources.AcknowledgedAsync(), await sources.EndsAsync());
        var reports = accepted.Where(r => r.EndMonth % 3 == 0).ToList();
        var periods = await new CalendarService.CalendarServiceClient(year.Suite.As(Role.Office)).ListPlanPeriodsAsync(new() { Parent = plan });
        DateOnly[] due = [.. periods.PlanPeriods.OrderBy(p => p.Quarter).Select(p => DateOnly.ParseExact(p.ReportDueDate, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
        var tasks = new List<BookedTask>();
        await foreach (var t in year.EveryTaskAsync(plan)) tasks.Add(TaskOf(t, reports, ends, due) with { Acknowledged = acknowledged.Contains(t.Number) });
        var books = new Books(sources, new(await sources.MarksAsync(), sources.Year, asOf))
        {
            Tasks = [.. tasks.OrderBy(t => t.Number)], Reports = reports, Ends = ends, DueDates = due,
            TaskByName = tasks.ToDictionary(t => t.Name), ReportByName = accepted.ToDictionary(r => r.Name),
            Figures = await FiguresAsync(year, sources, tasks, accepted),
        };
        await books.AskAsync(year);
        return books;
    }

    static BookedTask TaskOf(Suite.Tasks.V1.Task task, List<BookedReport> reports, IReadOnlyList<BookedEnd> ends, DateOnly[] due)
    {
        var scheduled = task.Schedule.SelectMany(i => i.Quarters).Distinct().ToList();
        int[] owed = YearBefore.ByHalfYears.Contains(task.Name) ? [2, 4] : scheduled.Count == 0 ? [1, 2, 3, 4] : [.. scheduled.Order()];
        var end = ends.LastOrDefault(e => e.Task == task.Number);
        int[] excused = end is null or { Action: "ReopenTask" } ? [] : [.. owed.Where(q => CityDays.Of(end.Time) <= due[q - 1])];
        return new(task.Name, task.Number, task.Section, [.. owed.Where(q => !excused.Contains(q) || reports.Any(r => r.Task == task.Name && r.Quarter == q))], excused,
            [.. task.LeadUnits.Where(u => u.Unit.Length > 0)], [.. task.Leaders.Where(l => l.Person.Length > 0)], Promise.Of(task))
        {
            State = task.State, Light = task.Light,
        };
    }

    static async Task<Dictionary<(string, string), BookedFigure>> FiguresAsync(YearRun year, Ledgers sources, List<BookedTask> tasks, IReadOnlyList<BookedReport> accepted)
    {
        var figures = (await new Database(year.Suite.IndicatorsDatabase).RowsAsync($"SELECT report, commitment, period, year_to_date FROM observation WHERE report LIKE '{sources.Plan}/%'",
            row => (Key: (row.GetString(0), row.GetString(1)), Figure: new BookedFigure(row.GetDecimal(2), row.GetDecimal(3))))).ToDictionary(f => f.Key, f => f.Figure);
        var amounts = tasks.SelectMany(t => t.Promises.Where(p => p.AddsUp)).Select(p => p.Commitment.Name).ToHashSet();
        var months = (await sources.MonthsAsync()).Where(m => amounts.Contains(m.Commitment)).ToList();
        foreach (var month in months)
            if (accepted.FirstOrDefault(r => (r.Task, r.Unit, r.Period) == (month.Task, month.Unit, month.Period)) is { } report)
                figures[(report.Name, month.Commitment)] = new(Sum(month, m => m.Quarter == month.Quarter), Sum(month, _ => true));
        return figures;

        decimal Sum(BookedMonth until, Func<BookedMonth, bool> which) => months.Where(m => (m.Task, m.Unit, m.Ordinal) == (until.Task, until.Unit, until.Ordinal) && m.Period <= until.Period && which(m)).Sum(m => m.Amount);
    }

    async Task AskAsync(YearRun year)
    {
        var (office, units) = (year.Suite.As(Role.Office), new UnitService.UnitServiceClient(year.Suite.Directory.GrpcInvoker(TestTokens.For(Role.Office))));
        var towns = new HashSet<string>();
        foreach (var kind in new[] { UnitKind.Town, UnitKind.Subdistrict, UnitKind.Park }) towns.UnionWith((await units.ListUnitsAsync(new() { Kind = kind, PageSize = 1000 })).Units.Select(u => u.Name));
        Towns = towns;
        var asOf = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(AsOf);
        for (var quarter = 1; quarter <= 4; quarter++)
            foreach (var score in (await new ScoreService.ScoreServiceClient(office).ListScoresAsync(new() { Parent = Plan, Quarter = quarter, AsOf = asOf, PageSize = 1000 })).Scores)
                _points[(quarter, score.Subject)] = Numbers.Read(score.Points);
    }
}
