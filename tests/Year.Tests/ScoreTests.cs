using System.Globalization;
using Suite.Auth.V1;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>The built-in score rule, counted again by hand from what people did.</summary>
public sealed class ScoreTests(YearRun year)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task UnitScores_CountedAgainByHand_AreTheSame(int quarter)
    {
        var ledger = await year.Ledger;
        var expected = year.Desks.GroupBy(d => d.Unit).ToDictionary(g => $"units/{g.Key}", g => Math.Max(0, 100 - g.Where(d => d.Quarters.Contains(quarter) && d.Answers(quarter)).Sum(d => Deduction(d.Temper(quarter))) + Beaten(g, quarter, ledger)));
        var scores = await ScoresAsync(quarter);
        // By the built-in rule contributions do not count: who leads nothing has no score.
        scores.ShouldAllBe(s => expected.ContainsKey(s.Subject));
        var led = scores.ToDictionary(s => s.Subject, s => decimal.Parse(s.Points, CultureInfo.InvariantCulture));
        led.OrderBy(s => s.Key, StringComparer.Ordinal).ShouldBe(expected.OrderBy(s => s.Key, StringComparer.Ordinal));
    }

    static decimal Deduction(Temper temper) => temper.Habit switch
    {
        Habit.Silent => 10,
        Habit.ReturnedOnce => 2,
        Habit.Late => Math.Min(5, temper.DaysLate),
        _ => 0,
    };

    /// <summary>A point for each commitment beaten by more than 10 percent, five at most.</summary>
    static decimal Beaten(IEnumerable<Desk> desks, int quarter, Ledger ledger) =>
        Math.Min(5, desks.Select(d => ledger.Of(d, quarter)).OfType<ProgressReport>().Sum(r => ledger.Gaps(r).Count(gap => gap < -10)));

    async Task<List<Score>> ScoresAsync(int quarter)
    {
        var client = new ScoreService.ScoreServiceClient(year.Suite.As(Role.Office));
        var all = new List<Score>();
        for (var request = new ListScoresRequest { Parent = YearRun.Plan, Quarter = quarter, PageSize = 1000 }; ;)
        {
            var page = await client.ListScoresAsync(request);
            all.AddRange(page.Scores);
            if ((request.PageToken = page.NextPageToken).Length == 0) return all;
        }
    }
}
