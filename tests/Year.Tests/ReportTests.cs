using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>What was reported, and what the rules made of it.</summary>
public sealed class ReportTests(YearRun year)
{
    [Fact]
    public async Task EveryLeadUnit_AtYearsEnd_HasTheReportsItsPeopleMade()
    {
        var ledger = await year.Ledger;
        foreach (var desk in year.Desks)
            foreach (var quarter in desk.Quarters.Where(desk.Answers))
            {
                var report = ledger.Of(desk, quarter);
                if (desk.Temper(quarter).Habit == Habit.Silent) report.ShouldBeNull();
                else report.ShouldNotBeNull().State.ShouldBe(ProgressState.Accepted);
                report?.Revision.ShouldBe(desk.Temper(quarter).Habit == Habit.ReturnedOnce ? 2 : 1, report.Name);
            }

        ledger.Reports.Count.ShouldBe(year.Desks.Sum(d => d.Quarters.Count(q => d.Answers(q) && d.Temper(q).Habit != Habit.Silent)));
        ledger.Reports.Count.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task YearToDate_OfAmounts_IsTheSumOfThePeriods()
    {
        var ledger = await year.Ledger;
        var compared = 0;
        foreach (var desk in year.Desks)
        {
            var sums = new Dictionary<string, decimal>();
            foreach (var quarter in desk.Quarters)
            {
                // After a silent quarter the unit says again where it stands; nothing is added up across the hole.
                if (ledger.Of(desk, quarter) is not { } report) sums.Clear();
                else
                    foreach (var (promise, figure) in ledger.Figures(report).Where(f => f.Promise.AddsUp))
                    {
                        if (sums.TryGetValue(figure.Commitment, out var before) || (quarter == 1 && promise.Annual))
                        {
                            figure.YearToDate().ShouldBe(before + figure.Period(), $"{report.Name} {figure.Commitment}");
                            compared++;
                        }

                        sums[figure.Commitment] = figure.YearToDate();
                    }
            }
        }

        compared.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Lights_CountedAgainByHand_AreTheSame()
    {
        var ledger = await year.Ledger;
        foreach (var report in ledger.Reports)
        {
            var gaps = ledger.Gaps(report).ToList();
            var expected = gaps.Count == 0 ? Light.Unspecified : gaps.Max() switch { > 30 => Light.Red, > 10 => Light.Yellow, _ => Light.Green };
            report.SuggestedLight.ShouldBe(expected, report.Name);
            report.Light.ShouldBe(expected == Light.Unspecified ? Light.Green : expected, report.Name);
        }

        ledger.Reports.Select(r => r.Light).Distinct().ShouldBe([Light.Green, Light.Yellow, Light.Red], ignoreOrder: true);
    }

    [Fact]
    public async Task Indicators_HaveEveryAcceptedFigureOnce()
    {
        var ledger = await year.Ledger;
        var expected = ledger.Reports.SelectMany(r => r.Figures.Select(f => $"{r.Name} {f.Commitment} {f.YearToDate():0.####}")).Order(StringComparer.Ordinal).ToList();
        var indicators = new Database(year.Suite.IndicatorsDatabase);
        await Eventually.HoldsAsync(async () => await indicators.CountAsync("SELECT count(*) FROM observation WHERE report LIKE 'plans/2024/%'") == expected.Count);
        var kept = await indicators.RowsAsync("SELECT report, commitment, year_to_date FROM observation WHERE report LIKE 'plans/2024/%'",
            row => $"{row.GetString(0)} {row.GetString(1)} {row.GetDecimal(2):0.####}");
        kept.Order(StringComparer.Ordinal).ShouldBe(expected);
    }
}
