namespace Suite.Year.Tests;

/// <summary>What the clock did in the year.</summary>
public sealed class ClockTests(YearRun year)
{
    sealed record Sent(string Report, int Days, string Addressee);

    [Fact]
    public async Task Reminders_OfReports_WentToWhomTheyConcernOnceEach()
    {
        var sent = await SentAsync();
        var byDesk = sent.ToLookup(s => (s.Report, s.Addressee), s => s.Days);
        foreach (var desk in year.Desks.Concat(year.Helpers))
            foreach (var quarter in desk.Quarters.Where(desk.Answers))
            {
                var report = desk.NameOf(quarter);
                var stages = byDesk[(report, $"units/{desk.Unit}/reporters")].Order().ToList();
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
    public async Task Reminders_OfPartsThatChangedHands_GoToWhoAnswersForTheQuarter()
    {
        var sent = await SentAsync();
        year.Cases.Handovers.Count.ShouldBe(3);
        foreach (var (from, to) in year.Cases.Handovers)
        {
            foreach (var quarter in from.Quarters.Where(q => q > 2)) sent.ShouldNotContain(s => s.Report == from.NameOf(quarter));
            foreach (var quarter in to.Quarters.Where(q => q <= 2)) sent.ShouldNotContain(s => s.Report == to.NameOf(quarter));
        }
    }

    [Fact]
    public async Task Acknowledgements_OfWhoNeverDid_WereChasedOnceAStage()
    {
        var chased = await new Database(year.Suite.TasksDatabase).RowsAsync(
            "SELECT unit_id || ' ' || resource, days FROM reminder WHERE notification_id IS NOT NULL AND kind = 1 AND addressee LIKE '%/reporters'", row => (Part: row.GetString(0), Days: row.GetInt32(1)));
        var byPart = chased.ToLookup(c => c.Part, c => c.Days);
        var silent = year.Helpers.Where(h => !h.Part!.Active).ToList();
        silent.Count.ShouldBeGreaterThan(100);
        foreach (var helper in silent) byPart[$"{helper.Unit} {helper.Task}"].Order().ToList().ShouldBe([-7, -1, 0, 3, 7], $"{helper.Unit} {helper.Task}");
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
            "SELECT resource, days, addressee FROM reminder WHERE notification_id IS NOT NULL AND (obligation LIKE 'Report:%' OR obligation LIKE 'Contribute:%')",
            row => new Sent(row.GetString(0), row.GetInt32(1), row.GetString(2)));
        var once = all.ToHashSet();
        once.Count.ShouldBe(all.Count);
        return once;
    }
}
