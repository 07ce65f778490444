using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Facts;
using Suite.Reporting.Intake;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Runs;

/// <summary>Begins runs, cancels them, and tells how far they are.</summary>
public sealed class RunDesk(ReportingDbContext db, FactReader reader, OfficeClerk office, TimeProvider clock)
{
    public async Task<Run> BeginAsync(string plan, int quarter, IReadOnlyList<PaperKind> kinds, string language, Actor by, CancellationToken cancellation)
    {
        var facts = await reader.ReadAsync(plan, null, null, cancellation) ?? throw Problems.NotFound("plan", plan);
        var now = clock.GetUtcNow();
        // Now, where there is somebody in whose name it can be asked for: the reports of a run are made in nobody's.
        await office.AskAsync(plan, quarter, null, cancellation);
        var run = new Run
        {
            Id = Guid.CreateVersion7(now), Plan = plan, Quarter = quarter, Kinds = [.. kinds], Language = language, State = RunState.Running, Creator = by.Account,
            CreatorName = by.DisplayName, CreateTime = now,
        };
        db.Runs.Add(run);
        db.RunItems.AddRange(kinds.SelectMany(kind => SubjectsOf(kind, facts).Select(subject => (kind, subject)))
            .Select((item, at) => new RunItem { RunId = run.Id, Ordinal = at + 1, Kind = item.kind, Subject = item.subject }));
        return run;
    }

    public async Task<Run> CancelAsync(Guid id, CancellationToken cancellation)
    {
        // The row stays locked, so that the run cannot end by itself meanwhile.
        var run = (await db.Runs.FromSql($"SELECT * FROM report_run WHERE id = {id} FOR UPDATE").ToListAsync(cancellation)).SingleOrDefault() ?? throw Problems.NotFound("run", $"reportRuns/{id:N}");
        if (run.State != RunState.Running) throw Problems.IllegalStep("run", $"reportRuns/{id:N}", run.State.ToString().ToUpperInvariant(), "CANCEL");
        run.State = RunState.Cancelled;
        return run;
    }

    public async Task<(Run Run, IReadOnlyList<RunItem> Items)> FindAsync(Guid id, CancellationToken cancellation)
    {
        var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) ?? throw Problems.NotFound("run", $"reportRuns/{id:N}");
        return (run, await db.RunItems.AsNoTracking().Where(i => i.RunId == id).OrderBy(i => i.Ordinal).ToListAsync(cancellation));
    }

    static IEnumerable<string> SubjectsOf(PaperKind kind, PlanFacts facts) => kind switch
    {
        PaperKind.Scorecard => facts.Tasks.SelectMany(t => t.LeadUnits).Select(u => u.Unit).Distinct(),
        PaperKind.Portfolio => facts.Tasks.SelectMany(t => t.Leaders).Select(l => l.Person).Distinct(),
        _ => [""],
    };
}
