using Suite.Auth.V1;
using Suite.Tasks.V1;

namespace Suite.Year.Tests;

/// <summary>What the API tells of the year at its end: tasks with their promises, and every report with the desk it came from.</summary>
sealed class Ledger
{
    readonly Dictionary<string, IReadOnlyList<Promise>> _promises = [];
    readonly Dictionary<(string Task, string Unit, int Quarter), ProgressReport> _reports = [];

    /// <summary>Of the units that lead.</summary>
    public IReadOnlyList<ProgressReport> Reports => [.. _reports.Values.Where(r => r.Role == AssignmentRole.Lead)];

    /// <summary>Of supporting units and members.</summary>
    public IReadOnlyList<ProgressReport> Contributions => [.. _reports.Values.Where(r => r.Role != AssignmentRole.Lead)];

    public static async Task<Ledger> ReadAsync(YearRun year)
    {
        var ledger = new Ledger();
        var client = new ProgressService.ProgressServiceClient(year.Suite.As(Role.Office));
        await foreach (var task in year.EveryTaskAsync())
        {
            ledger._promises[task.Name] = Promise.Of(task);
            var page = await client.ListProgressReportsAsync(new() { Parent = task.Name, PageSize = 1000 });
            foreach (var report in page.Reports) ledger._reports[(task.Name, report.Unit["units/".Length..], report.Quarter)] = report;
        }

        return ledger;
    }

    public ProgressReport? Of(Desk desk, int quarter) => _reports.GetValueOrDefault((desk.Task, desk.Unit, quarter));

    public static string TaskOf(ProgressReport report) => report.Name[..report.Name.IndexOf("/reports/", StringComparison.Ordinal)];

    /// <summary>Each figure with the promise it answers.</summary>
    public IEnumerable<(Promise Promise, Figure Figure)> Figures(ProgressReport report) => report.Figures.Select(figure =>
        (_promises[TaskOf(report)].Single(p => figure.Commitment == $"{TaskOf(report)}/commitments/{p.Ordinal}"), figure));

    /// <summary>Percent of what was due that is missing, for each figure that can be compared; counted here by its own hand.</summary>
    public IEnumerable<decimal> Gaps(ProgressReport report)
    {
        foreach (var (promise, figure) in Figures(report))
        {
            if (promise.Due(report.Quarter) is not { } due || due <= 0) continue;
            var actual = promise is { Annual: false, Commitment.Accumulation: Accumulation.InPeriod } ? figure.Period() : figure.YearToDate();
            var less = promise.Commitment.Comparator is Comparator.Le or Comparator.Lt;
            yield return (less ? actual - due : due - actual) / due * 100;
        }
    }
}
