using System.Globalization;
using Google.Protobuf;
using Suite.Auth.V1;
using Suite.Tasks.Reminders;
using Suite.Tasks.V1;
using Suite.Testing;
using Suite.Year.Tests;
using Task = System.Threading.Tasks.Task;

[assembly: AssemblyFixture(typeof(YearRun))]

namespace Suite.Year.Tests;

/// <summary>The year of the plan at hand, lived through once; the tests look at what it left.</summary>
public sealed class YearRun : IAsyncLifetime
{
    internal const string Plan = "plans/2024";
    const int AtOnce = 6;

    static readonly DateOnly Issued = new(2024, 3, 1);
    static readonly DateOnly Ended = new(2025, 2, 10);

    readonly List<Desk> _desks = [];
    readonly List<Desk> _helpers = [];
    readonly Lazy<Task<Ledger>> _ledger;
    readonly Lazy<Task<Books>> _books;
    readonly Lazy<Task<Press>> _press;
    readonly Lazy<Task<PressBefore>> _pressBefore;

    public YearRun()
    {
        (_ledger, _books) = (new(() => Tests.Ledger.ReadAsync(this)), new(() => Tests.Books.ReadAsync(this)));
        (_press, _pressBefore) = (new(() => Tests.Press.PrintAsync(this)), new(() => Tests.PressBefore.PrintAsync(this)));
    }

    internal YearSuite Suite { get; private set; } = null!;

    internal IReadOnlyList<Desk> Desks => _desks;

    /// <summary>Supporting units and members of groups with their parts.</summary>
    internal IReadOnlyList<Desk> Helpers => _helpers;

    internal YearCases Cases { get; private set; } = null!;

    /// <summary>The documents of the year before; made once.</summary>
    internal Task<PressBefore> PressBefore => _pressBefore.Value;

    /// <summary>What the API tells at the year's end; read once.</summary>
    internal Task<Ledger> Ledger => _ledger.Value;

    /// <summary>The owners' tables at the year's end; read once.</summary>
    internal Task<Books> Books => _books.Value;

    /// <summary>The documents of the year's end; made once.</summary>
    internal Task<Press> Press => _press.Value;

    public async ValueTask InitializeAsync()
    {
        var clock = new YearClock(new DateTimeOffset(2023, 2, 20, 1, 0, 0, TimeSpan.Zero));
        Suite = await YearSuite.StartAsync(clock);
        await ImportAsync();
        var before = new YearBefore(Suite, await PromisedBeforeAsync());
        await before.LiveAsync();
        clock.MoveTo(Issued, hour: 9);
        await IssueAsync();
        clock.MoveTo(Issued.AddDays(1), hour: 10);
        await ForEachAsync([.. _desks, .. _helpers.Where(h => h.Part!.Active)], desk => desk.AcknowledgeAsync());
        await before.CarryOverAsync($"{Plan}/tasks/1");
        Cases = new(Suite, _desks, _helpers, PromisedBefore.Select(t => t.Name));
        await LiveAsync(await PeriodsAsync());
    }

    public async ValueTask DisposeAsync() => await Suite.DisposeAsync();

    async Task ImportAsync()
    {
        var plans = new PlanService.PlanServiceClient(Suite.As(Role.Office));
        var document = Repository.Shared("seeds/key-work-table-2024.txt") ?? Path.Combine(Repository.Root, "seeds", "plan-2024.txt");
        await plans.ImportPlanAsync(new() { Document = new() { Data = ByteString.CopyFrom(await File.ReadAllBytesAsync(document)) }, Plan = "2024" });
    }

    /// <summary>Three tasks that promise an amount nobody else does, and on whose last quarter there will be reports.</summary>
    async Task<IReadOnlyList<Suite.Tasks.V1.Task>> PromisedBeforeAsync()
    {
        var tasks = new List<Suite.Tasks.V1.Task>();
        await foreach (var task in EveryTaskAsync()) tasks.Add(task);
        var measures = tasks.SelectMany(t => t.TargetCommitments).CountBy(c => (c.Measure, c.Unit)).ToDictionary();
        var fit = tasks.Where(t => t.TargetCommitments is [var only] && Promise.Of(t)[0].AddsUp && Numbers.Read(only.Value) > 0 && measures[(only.Measure, only.Unit)] == 1
            && !t.Target.Contains("20", StringComparison.Ordinal) && t.LeadUnits is [{ Unit.Length: > 0 } lead] && new Desk(Suite, t, lead.Unit["units/".Length..]) is var desk && desk.Quarters.Contains(4) && desk.Temper(4).Habit == Habit.OnTime);
        return PromisedBefore = [.. fit.Take(3)];
    }

    /// <summary>Tasks whose targets are those of the year before.</summary>
    internal IReadOnlyList<Suite.Tasks.V1.Task> PromisedBefore { get; private set; } = [];

    async Task IssueAsync()
    {
        await new PlanService.PlanServiceClient(Suite.As(Role.Office)).IssuePlanAsync(new() { Name = Plan });
        await foreach (var task in EveryTaskAsync())
        {
            _desks.AddRange(task.LeadUnits.Where(u => u.Unit.Length > 0).Select(u => u.Unit["units/".Length..]).Distinct().Select(unit => new Desk(Suite, task, unit)));
            _helpers.AddRange(Part.Of(task).Select(part => new Desk(Suite, task, part.Unit, part)));
        }
    }

    /// <summary>When contributions and reports of each quarter are due.</summary>
    async Task<IReadOnlyList<(DateOnly Contribution, DateOnly Report)>> PeriodsAsync()
    {
        var periods = await new CalendarService.CalendarServiceClient(Suite.As(Role.Office)).ListPlanPeriodsAsync(new() { Parent = Plan });
        return [.. periods.PlanPeriods.Select(p => (Day(p.ContributionDueDate), Day(p.ReportDueDate)))];

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    async Task LiveAsync(IReadOnlyList<(DateOnly Contribution, DateOnly Report)> due)
    {
        for (var day = Issued.AddDays(2); day <= Ended; day = day.AddDays(1))
        {
            Suite.Clock.MoveTo(day, hour: 10);
            await RemindAsync();
            Suite.Clock.MoveTo(day, hour: 14);
            await Cases.WorkAsync(day);
            for (var quarter = 1; quarter <= due.Count; quarter++)
            {
                await WorkAsync(_helpers.Where(h => h.Part!.Active), quarter, day.DayNumber - due[quarter - 1].Contribution.DayNumber);
                await WorkAsync(_desks, quarter, day.DayNumber - due[quarter - 1].Report.DayNumber);
            }
        }
    }

    /// <summary>The clock's turn of the day.</summary>
    async Task RemindAsync()
    {
        await using var scope = Suite.Tasks.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReminderClock>().TickAsync(CancellationToken.None);
    }

    /// <summary>What is done in a quarter's matter on the day so many days after it fell due.</summary>
    async Task WorkAsync(IEnumerable<Desk> all, int quarter, int day)
    {
        var desks = all.Where(d => d.Quarters.Contains(quarter) && d.Answers(quarter)).ToList();
        await ForEachAsync(desks.Where(d => d.Temper(quarter) is { Habit: Habit.OnTime or Habit.ReturnedOnce } && day == -2
            || d.Temper(quarter) is { Habit: Habit.Late } late && day == late.DaysLate), desk => desk.SubmitAsync(quarter));
        await ForEachAsync(desks.Where(d => d.Temper(quarter).Habit == Habit.ReturnedOnce && day == -1), desk => desk.ReturnAndMendAsync(quarter));
        if (day != 7) return;
        var handedIn = desks.Where(d => d.Temper(quarter).Habit != Habit.Silent).ToList();
        await ForEachAsync(handedIn.Where(d => d.Part is not null), desk => desk.AcceptAsync(quarter));
        await AcceptAsync([.. handedIn.Where(d => d.Part is null).Select(d => d.NameOf(quarter))]);
    }

    /// <summary>The office takes them all together.</summary>
    async Task AcceptAsync(IReadOnlyList<string> reports)
    {
        var office = new ReviewService.ReviewServiceClient(Suite.As(Role.Office));
        foreach (var names in reports.Chunk(50))
        {
            var done = await office.BatchAcceptReportsAsync(new() { Parent = Plan, Comment = "情况属实。", Items = { names.Select(name => new ReviewItem { Name = name }) } });
            done.Outcomes.Where(o => !o.Done).Select(o => $"{o.Name}: {o.Message}").ShouldBeEmpty();
        }
    }

    internal async IAsyncEnumerable<Suite.Tasks.V1.Task> EveryTaskAsync(string plan = Plan)
    {
        var client = new TaskService.TaskServiceClient(Suite.As(Role.Office));
        for (var request = new ListTasksRequest { Parent = plan, PageSize = 200 }; ;)
        {
            var page = await client.ListTasksAsync(request);
            foreach (var task in page.Tasks) yield return task;
            if ((request.PageToken = page.NextPageToken).Length == 0) yield break;
        }
    }

    static Task ForEachAsync(IEnumerable<Desk> desks, Func<Desk, Task> work) =>
        Parallel.ForEachAsync(desks, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (desk, _) => await work(desk));
}
