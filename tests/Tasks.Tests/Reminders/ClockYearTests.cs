using Microsoft.EntityFrameworkCore;
using Shouldly;
using Suite.Tasks.Calendar;
using Suite.Tasks.Obligations;
using Suite.Tasks.Reminders;
using Suite.Testing;

namespace Suite.Tasks.Tests.Reminders;

/// <summary>The clock through a whole year on a real database. Every date below was counted by hand on the calendar of 2024.</summary>
public sealed class ClockYearTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    const string Office = "office";
    const string Leader = $"people/{SimulatedYear.Leader}";

    [Fact]
    public async Task Year_LivedThroughOrKilledAtEveryWrite_SendsEachReminderOnceOnItsDay()
    {
        await using var calm = new SimulatedYear(postgres.ConnectionString, kill: false);
        await calm.RunAsync();
        var sent = await SentAsync(calm);
        sent.ShouldBe(Expected().Concat(ExpectedOfOthers()).Order(StringComparer.Ordinal));

        await using var harsh = new SimulatedYear(await PostgresFixture.CreateAsync($"killed_{Guid.NewGuid():N}"), kill: true);
        await harsh.RunAsync();
        (await SentAsync(harsh)).ShouldBe(sent);
        harsh.Deaths.ShouldBeGreaterThan(200);
        await OnceADayAsync(calm);
        await OnceADayAsync(harsh);
    }

    /// <summary>One notification an addressee and day, on working days within the hours; each audited once.</summary>
    static async System.Threading.Tasks.Task OnceADayAsync(SimulatedYear year)
    {
        var told = await year.ReadAsync(db => db.Notifications.AsNoTracking().ToListAsync());
        told.GroupBy(n => (n.Addressee, Day(n.CreatedAt))).ShouldAllBe(g => g.Count() == 1);
        var calendar = new WorkingCalendar(OfficialYears.All);
        told.ShouldAllBe(n => calendar.IsWorked(Day(n.CreatedAt)) && n.CreatedAt.AddHours(8).Hour == 10);
        var carried = await year.ReadAsync(db => db.Reminders.GroupBy(r => r.NotificationId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync());
        told.ShouldAllBe(n => carried.Single(c => c.Key == n.Id).Count == n.ItemCount);
        var audited = await year.ReadAsync(db => db.AuditEntries.Where(a => a.Action == "SendReminders").Select(a => a.Resource).ToListAsync());
        audited.Order().ShouldBe(told.Select(n => n.Name).Order());
    }

    static async Task<List<string>> SentAsync(SimulatedYear year)
    {
        var all = await year.ReadAsync(db => db.Reminders.AsNoTracking().Where(r => r.NotificationId != null).ToListAsync());
        return [.. all.Select(r => Line(r.UnitId, r.Kind, QuarterOf(r), r.Days, r.Addressee, CityTime.Text(Day(r.Time)))).Order(StringComparer.Ordinal)];
    }

    static IEnumerable<string> Expected()
    {
        foreach (var line in Chased(SimulatedYear.Early, ObligationKind.Acknowledge, "", (-7, "2024-03-01"))) yield return line;
        // Due on 8 March, done on the 12th after the turn of that day.
        foreach (var line in Chased(SimulatedYear.Late, ObligationKind.Acknowledge, "", (-7, "2024-03-01"), (-1, "2024-03-07"), (0, "2024-03-08"), (3, "2024-03-11"))) yield return line;
        // The early unit hands in before or on the day of the first warning, after that day's turn.
        foreach (var line in Chased(SimulatedYear.Early, ObligationKind.Report, "q1", (-7, "2024-04-08"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Early, ObligationKind.Report, "q2", (-7, "2024-07-05"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Early, ObligationKind.Report, "q3", (-7, "2024-10-11"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Early, ObligationKind.Report, "q4", (-7, "2025-01-08"))) yield return line;
        // Due on 15 April, a Monday: the day before is a Sunday, so the warning goes on Friday.
        foreach (var line in Chased(SimulatedYear.Late, ObligationKind.Report, "q1",
            (-7, "2024-04-08"), (-1, "2024-04-12"), (0, "2024-04-15"), (3, "2024-04-18"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Late, ObligationKind.Report, "q2", (-7, "2024-07-05"))) yield return line;
        // Returned on Thursday 11 July: due again on the 16th, and in on the 18th.
        foreach (var line in Chased(SimulatedYear.Late, ObligationKind.Resubmit, "q2", (-7, "2024-07-12"), (-1, "2024-07-15"), (0, "2024-07-16"))) yield return line;
        // Never handed in; due on 18 October.
        foreach (var line in Chased(SimulatedYear.Late, ObligationKind.Report, "q3",
            (-7, "2024-10-11"), (-1, "2024-10-17"), (0, "2024-10-18"), (3, "2024-10-21"), (7, "2024-10-25"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Late, ObligationKind.Report, "q4", (-7, "2025-01-08"), (-1, "2025-01-14"), (0, "2025-01-15"))) yield return line;
    }

    /// <summary>What others add is due on 8 April, 5 July, 12 October (a Saturday that is worked) and 8 January, before the lead unit's report.</summary>
    static IEnumerable<string> ExpectedOfOthers()
    {
        foreach (var unit in new[] { SimulatedYear.Supporter, SimulatedYear.Member })
            foreach (var line in Chased(unit, ObligationKind.Acknowledge, "", (-7, "2024-03-01"))) yield return line;
        // Handed in on the 9th, a day late.
        foreach (var line in Chased(SimulatedYear.Supporter, ObligationKind.Contribute, "q1", (-7, "2024-04-01"), (-1, "2024-04-07"), (0, "2024-04-08"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Supporter, ObligationKind.Contribute, "q2", (-7, "2024-06-28"))) yield return line;
        // Returned on Wednesday 3 July: due again on the 8th, and in on that day; the day before is a Sunday.
        foreach (var line in Chased(SimulatedYear.Supporter, ObligationKind.Resubmit, "q2", (-7, "2024-07-04"), (-1, "2024-07-05"), (0, "2024-07-08"))) yield return line;
        // Never handed in: 5 October is in the holidays, 19 October a Saturday.
        foreach (var line in Chased(SimulatedYear.Supporter, ObligationKind.Contribute, "q3",
            (-7, "2024-09-30"), (-1, "2024-10-11"), (0, "2024-10-12"), (3, "2024-10-15"), (7, "2024-10-21"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Supporter, ObligationKind.Contribute, "q4", (-7, "2024-12-31"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Member, ObligationKind.Report, "q1", (-7, "2024-04-01"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Member, ObligationKind.Report, "q2", (-7, "2024-06-28"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Member, ObligationKind.Report, "q3", (-7, "2024-09-30"))) yield return line;
        foreach (var line in Chased(SimulatedYear.Member, ObligationKind.Report, "q4", (-7, "2024-12-31"), (-1, "2025-01-07"), (0, "2025-01-08"))) yield return line;
    }

    static IEnumerable<string> Chased(string unit, ObligationKind kind, string quarter, params (int Days, string On)[] stages) =>
        from stage in stages
        from addressee in To(unit, stage.Days)
        select Line(unit, kind, quarter, stage.Days, addressee, stage.On);

    static string[] To(string unit, int days) =>
    [
        $"units/{unit}/reporters",
        .. days > -7 ? (string[])[$"units/{unit}/approvers"] : [],
        .. days >= 3 ? (string[])[Office] : [],
        .. days >= 7 ? (string[])[Leader] : [],
    ];

    static string Line(string unit, ObligationKind kind, string quarter, int days, string addressee, string on) =>
        FormattableString.Invariant($"{unit} {kind} {quarter} {days} {addressee} {on}");

    static string QuarterOf(Reminder reminder) => reminder.Resource.Contains("-q", StringComparison.Ordinal) ? reminder.Resource[^2..] : "";

    static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime.AddHours(8));
}
