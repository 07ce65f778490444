using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Reminders;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;
using Task = System.Threading.Tasks.Task;

namespace Suite.Tasks.Tests.Reminders;

/// <summary>
/// A small plan and its people through a year: one unit that is always early, one that is late in every way, a supporting unit and a member of a
/// group of the latter's task.
/// </summary>
sealed class SimulatedYear : IAsyncDisposable
{
    public const string Plan = "year";
    public const string Early = "humen";
    public const string Late = "changan";
    public const string Supporter = "water";
    public const string Member = "shijie";
    public const string Leader = "liu-guangbin";
    static readonly Actor Person = new("someone", "某人");
    static readonly int[] Hours = [8, 10, 14, 19];

    readonly ServiceProvider _services;
    readonly SetClock _clock = new();
    readonly Killer _killer = new();
    readonly bool _kill;

    /// <param name="kill">The process dies at every moment of every turn once.</param>
    public SimulatedYear(string connection, bool kill)
    {
        _kill = kill;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock).AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddDbContext<TasksDbContext>(options => options.UseNpgsql(connection).AddInterceptors(_killer));
        services.AddSupervision();
        _services = services.BuildServiceProvider();
    }

    public int Deaths => _killer.Deaths;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public async Task RunAsync()
    {
        await IssueAsync(new(2024, 3, 1));
        for (var day = new DateOnly(2024, 3, 1); day <= new DateOnly(2025, 2, 14); day = day.AddDays(1))
            foreach (var hour in Hours)
            {
                _clock.Set(day, hour);
                await TurnAsync();
                await ActAsync(day, hour);
            }
    }

    public Task<T> ReadAsync<T>(Func<TasksDbContext, Task<T>> read) => WithAsync(s => read(s.GetRequiredService<TasksDbContext>()));

    /// <summary>The clock's turn; each time the process dies it is started anew, until it lives through.</summary>
    async Task TurnAsync()
    {
        for (var moments = 0; ; moments++)
        {
            try
            {
                _killer.Arm(_kill ? moments : -1);
                await WithAsync(s => s.GetRequiredService<ReminderClock>().TickAsync(default));
                return;
            }
            catch (Exception error) when (error.GetBaseException() is KilledException)
            {
                // Started anew.
            }
            finally
            {
                _killer.Arm(-1);
            }
        }
    }

    /// <summary>What people do on that day in the afternoon.</summary>
    Task ActAsync(DateOnly day, int hour) => (CityTime.Text(day), hour) switch
    {
        ("2024-03-04", 14) => AcknowledgeAsync(1, Early),
        ("2024-03-05", 14) => AcknowledgeAsync(2, Supporter),
        ("2024-03-06", 14) => AcknowledgeAsync(2, Member),
        ("2024-03-12", 14) => AcknowledgeAsync(2, Late),
        ("2024-04-01", 14) => SubmitAsync(2, Member, 1),
        ("2024-04-09", 14) => SubmitAsync(2, Supporter, 1),
        ("2024-06-28", 14) => SubmitAsync(2, Member, 2),
        ("2024-07-01", 14) => SubmitAsync(2, Supporter, 2),
        ("2024-07-03", 14) => ReturnAsync(2, Supporter, 2),
        ("2024-07-08", 14) => SubmitAsync(2, Supporter, 2),
        ("2024-09-30", 14) => SubmitAsync(2, Member, 3),
        ("2024-12-31", 14) => SubmitAsync(2, Supporter, 4),
        ("2025-01-09", 14) => SubmitAsync(2, Member, 4),
        ("2024-04-08", 14) => SubmitAsync(1, Early, 1),
        ("2024-04-19", 14) => SubmitAsync(2, Late, 1),
        ("2024-07-05", 14) => SubmitAsync(1, Early, 2),
        ("2024-07-10", 14) => SubmitAsync(2, Late, 2),
        ("2024-07-11", 14) => ReturnAsync(2, Late, 2),
        ("2024-07-18", 14) => SubmitAsync(2, Late, 2),
        ("2024-10-11", 14) => SubmitAsync(1, Early, 3),
        ("2025-01-08", 14) => SubmitAsync(1, Early, 4),
        ("2025-01-15", 14) => SubmitAsync(2, Late, 4),
        _ => Task.CompletedTask,
    };

    Task IssueAsync(DateOnly day) => WithAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<TasksDbContext>(), _clock.Set(day, 9));
        await db.Database.MigrateAsync();
        await BuiltInRules.FillAsync(db, now, default);
        await OfficialYears.FillAsync(db, now, default);
        var plan = Plans.Plan.Draft(Plan);
        plan.Describe(new("计划", 2024, "督查室", null, 2, ""));
        PlanTask[] tasks = [PlanTask.Draft(Plan, 1, 1, "", Content(Early, "虎门镇"), now), PlanTask.Draft(Plan, 2, 2, "", Supported(Content(Late, "长安镇")), now)];
        foreach (var task in tasks) task.Issue(new Dictionary<string, IReadOnlyList<GroupMember>>(), now);
        var assignments = tasks.SelectMany(Assignment.Of).ToList();
        plan.Issue(assignments.Count, now);
        db.Plans.Add(plan);
        db.Tasks.AddRange(tasks);
        db.Assignments.AddRange(assignments);
        return await db.SaveChangesAsync();
    });

    Task AcknowledgeAsync(int task, string unit) => WithAsync(async services =>
    {
        var db = services.GetRequiredService<TasksDbContext>();
        (await db.Assignments.SingleAsync(a => a.TaskNumber == task && a.UnitId == unit)).Acknowledge(Person.Account, _clock.Now);
        return await db.SaveChangesAsync();
    });

    Task SubmitAsync(int task, string unit, int quarter) => WithAsync(async services =>
    {
        var (db, content) = (services.GetRequiredService<TasksDbContext>(), new ReportContent("进展", "", "", []));
        var report = await Reports(db).SingleOrDefaultAsync(r => r.TaskNumber == task && r.UnitId == unit && r.Quarter == quarter);
        var role = await db.Assignments.Where(a => a.TaskNumber == task && a.UnitId == unit).Select(a => a.Role).SingleAsync();
        if (report is null) db.Reports.Add(report = ProgressReport.Open(new(new TaskName(Plan, task), unit, quarter), unit, role, content, Person, _clock.Now));
        else report.Reopen("", Person, _clock.Now);
        report.Approve("", Person, _clock.Now);
        report.Submit("", Person, _clock.Now);
        return await db.SaveChangesAsync();
    });

    Task ReturnAsync(int task, string unit, int quarter) => WithAsync(async services =>
    {
        var db = services.GetRequiredService<TasksDbContext>();
        var report = await Reports(db).SingleAsync(r => r.TaskNumber == task && r.UnitId == unit && r.Quarter == quarter);
        report.Return("请补充", Person, _clock.Now);
        return await db.SaveChangesAsync();
    });

    static IQueryable<ProgressReport> Reports(TasksDbContext db) => db.Reports.AsSingleQuery();

    async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    static TaskContent Supported(TaskContent task) => task with
    {
        SupportingUnits = [new(Supporter, "市水务局", "市水务局", null, null)], SupportingGroups = [new("towns", "各镇街（园区）", "各镇街（园区）", [new(Member, "石碣镇")])],
    };

    static TaskContent Content(string unit, string name) => new(
        new("", [], []), "办好。", [], "", [], [new(Leader, "刘光滨", 1, "刘光滨")], [new(unit, name, name, null, null)], [], []);
}
