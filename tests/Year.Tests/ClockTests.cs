namespace Suite.Year.Tests;

/// <summary>What the clock did in the year.</summary>
public sealed class ClockTests(YearRun year)
{
    sealed record Sent(string Report, int Days, string Addressee);

    [Fact]
    public async Task Reminders_OfReports_WentToWhomTheyConcernOnceEach()
    {
        var sent = await SentAsync();
        foreach (var desk in year.Desks)
            foreach (var quarter in desk.Quarters)
            {
                var (report, reporters) = ($"{desk.Task}/reports/{desk.Unit}-q{quarter}", $"units/{desk.Unit}/reporters");
                var stages = sent.Where(s => s.Report == report && s.Addressee == reporters).Select(s => s.Days).Order().ToList();
                switch (desk.Temper(quarter))
                {
                    case { Habit: Habit.Silent }:
                        stages.ShouldBe([-7, -1, 0, 3, 7], report);
                        sent.ShouldContain(new Sent(report, 7, "office"));
                        break;
                    case { Habit: Habit.Late, DaysLate: var days }:
                        stages.Take(3).ShouldBe([-7, -1, 0], report);
                        stages.ShouldNotContain(7, report);
                        if (days < 3) stages.Count.ShouldBe(3, report);
                        break;
                    default:
                        // Handed in two days before it was due: warned a week before, and where the day before is no working day perhaps once more.
                        stages.ShouldBeSubsetOf([-7, -1], report);
                        stages.ShouldContain(-7, report);
                        break;
                }
            }
    }

    [Fact]
    public async Task Notifications_NeverMoreThanOneAnAddresseeAndDay()
    {
        var tasks = new Database(year.Suite.TasksDatabase);
        (await tasks.CountAsync("SELECT count(*) FROM (SELECT 1 FROM notification WHERE key LIKE 'digest:%' GROUP BY addressee, (created_at AT TIME ZONE 'Asia/Shanghai')::date HAVING count(*) > 1) AS doubled"))
            .ShouldBe(0);
        (await tasks.CountAsync("SELECT count(*) FROM notification")).ShouldBeGreaterThan(500);
    }

    async Task<HashSet<Sent>> SentAsync()
    {
        var all = await new Database(year.Suite.TasksDatabase).RowsAsync(
            "SELECT resource, days, addressee FROM reminder WHERE notification_id IS NOT NULL AND obligation LIKE 'Report:%'",
            row => new Sent(row.GetString(0), row.GetInt32(1), row.GetString(2)));
        var once = all.ToHashSet();
        once.Count.ShouldBe(all.Count);
        return once;
    }
}
