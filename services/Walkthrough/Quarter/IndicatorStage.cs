using Suite.Walkthrough.Gateway;
using Suite.Walkthrough.Text;

namespace Suite.Walkthrough.Quarter;

/// <summary>Waits until the indicators service shows what was promised and what was accepted.</summary>
sealed class IndicatorStage(Page page, Session session, TimeProvider clock)
{
    public async Task WaitAsync(ChosenTask chosen, ProgressReport report, CancellationToken cancellation)
    {
        var indicator = await Waiting.UntilAsync(
            clock, $"v1/indicators?task={chosen.Task.Name}", () => LookAsync(chosen, report, cancellation), cancellation);
        page.Line("Indicator", indicator.DisplayName, indicator.Unit, indicator.Name);
        foreach (var target in indicator.Targets)
            page.Item(Words.Both("Target", target.Quarter, target.Comparator, Value(target.YearToDateValue, target.PeriodValue), indicator.Unit));
        foreach (var seen in indicator.Observations)
            page.Item(Words.Both("Observation", seen.Quarter, seen.YearToDateValue, indicator.Unit, seen.Report));
    }

    async Task<Indicator?> LookAsync(ChosenTask chosen, ProgressReport report, CancellationToken cancellation)
    {
        await foreach (var indicators in session.PagesAsync<IndicatorPage>($"v1/indicators?task={chosen.Task.Name}&pageSize=100", cancellation))
            foreach (var listed in indicators.Indicators)
            {
                var indicator = await session.GetAsync<Indicator>($"v1/{listed.Name}", cancellation);
                if (indicator.Targets.Any(t => t.Commitment == chosen.Commitment.Name)
                    && indicator.Observations.Any(o => o.Report == report.Name && o.Revision == report.Revision))
                    return indicator;
            }

        return null;
    }

    static string Value(string yearToDate, string period) => yearToDate.Length > 0 ? yearToDate : period;
}
