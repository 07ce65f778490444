using System.Net;
using Suite.Walkthrough.Gateway;
using Suite.Walkthrough.Text;

namespace Suite.Walkthrough.Quarter;

/// <summary>The accounts that act: two of the lead unit, one of the supervision office.</summary>
sealed record People(Session Reporter, Session Approver, Session Office);

/// <summary>Takes the report from nothing, or from wherever an earlier walk left it, to acceptance.</summary>
sealed class ReportStage(Page page, People people)
{
    public async Task<ProgressReport> AcceptedAsync(ChosenTask chosen, CancellationToken cancellation)
    {
        var report = await FindAsync(chosen, cancellation);
        if (report is { State: "PROGRESS_STATE_ACCEPTED" })
        {
            page.Line("AcceptedBefore", report.Name);
            return report;
        }

        report ??= await DraftAsync(chosen, cancellation);
        while (report.State != "PROGRESS_STATE_ACCEPTED") report = await NextAsync(report, cancellation);
        return report;
    }

    async Task<ProgressReport?> FindAsync(ChosenTask chosen, CancellationToken cancellation)
    {
        try
        {
            return await people.Reporter.GetAsync<ProgressReport>($"v1/{NameOf(chosen)}", cancellation);
        }
        catch (Refusal refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    async Task<ProgressReport> DraftAsync(ChosenTask chosen, CancellationToken cancellation)
    {
        var (task, reporter) = (chosen.Task, people.Reporter);
        await reporter.PostAsync<PlanTask>($"v1/{task.Name}:acknowledge", new { }, RequestId.Of("acknowledge", task.Name, reporter.Account), cancellation);
        page.Line("Acknowledged", reporter.Account);
        var report = await reporter.PostAsync<ProgressReport>(
            $"v1/{task.Name}/reports", Content(chosen), RequestId.Of("draft", NameOf(chosen)), cancellation);
        foreach (var figure in report.Figures) page.Line("Drafted", reporter.Account, figure.Measure, figure.YearToDateValue, figure.Unit);
        return report;
    }

    // What was promised is what the demonstration reports as done.
    static object Content(ChosenTask chosen) => new
    {
        TaskChoice.Quarter,
        Narrative = Words.InChinese("Narrative", chosen.Commitment.Verbatim),
        Figures = TaskChoice.Due(chosen.Task).Select(promised => promised.Accumulation == "ACCUMULATION_CUMULATIVE"
            ? new { Commitment = promised.Name, PeriodValue = "", YearToDateValue = promised.Value }
            : new { Commitment = promised.Name, PeriodValue = promised.Value, YearToDateValue = "" }),
    };

    Task<ProgressReport> NextAsync(ProgressReport report, CancellationToken cancellation) => report.State switch
    {
        "PROGRESS_STATE_DRAFT" => StepAsync(report, "approve", "Approved", people.Approver, cancellation),
        "PROGRESS_STATE_APPROVED" => StepAsync(report, "submit", "Submitted", people.Reporter, cancellation),
        "PROGRESS_STATE_SUBMITTED" => StepAsync(report, "accept", "Accepted", people.Office, cancellation),
        _ => throw new WalkException(Words.Both("ReportStuck", report.Name, report.State)),
    };

    async Task<ProgressReport> StepAsync(ProgressReport report, string verb, string key, Session by, CancellationToken cancellation)
    {
        var id = RequestId.Of(verb, report.Name, $"{report.Revision}");
        var next = await by.PostAsync<ProgressReport>($"v1/{report.Name}:{verb}", new { }, id, cancellation);
        page.Line(key, by.Account, next.Light.Replace("LIGHT_", "", StringComparison.Ordinal));
        return next;
    }

    static string NameOf(ChosenTask chosen) =>
        $"{chosen.Task.Name}/reports/{chosen.Unit.Unit["units/".Length..]}-q{TaskChoice.Quarter}";
}
