using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Errors.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Lights;
using Suite.Tasks.Naming;
using Suite.Tasks.Notifications;
using Suite.Tasks.Plans;
using Suite.Tasks.Steps;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Progress;

/// <summary>Takes reports through their life: opened and changed by a unit, signed off, submitted, accepted or returned.</summary>
public sealed class ProgressDesk(TasksDbContext db, FigureBook figures, QuarterSoFar quarter, LightDesk lights, ReturnNotice notices, TimeProvider clock)
{
    /// <exception cref="ProblemException">ILLEGAL_STEP, ALREADY_EXISTS, INVALID_FIELD, CONTRADICTING_FIGURE.</exception>
    public async Task<ProgressReport> OpenAsync(ReportName name, EnteredContent entered, Actor by, CancellationToken cancellation)
    {
        // Of two that open it at once the second waits here, and finds it open.
        await db.Database.ExecuteSqlAsync(
            $"SELECT FROM assignment WHERE plan_id = {name.Task.Plan} AND task_number = {name.Task.Number} AND unit_id = {name.Unit} FOR UPDATE", cancellation);
        var assignment = await db.Assignments.AsNoTracking().SingleOrDefaultAsync(
            a => a.PlanId == name.Task.Plan && a.TaskNumber == name.Task.Number && a.UnitId == name.Unit && a.WithdrawnAt == null, cancellation)
            ?? throw Problems.NotFound("Task", name.Task.ToString());
        await RequireInForceAsync(name.Task, cancellation);
        assignment.RequireReportable();
        if (await Find(name).AnyAsync(cancellation)) throw Problems.AlreadyExists("Report", name.ToString());
        await RequirePeriodAsync(name, cancellation);
        var content = await figures.CompleteAsync(name, assignment.Role, entered, retired: false, cancellation);
        var report = ProgressReport.Open(name, assignment.UnitName, assignment.Role, content, by, clock.GetUtcNow());
        db.Reports.Add(report);
        return report;
    }

    /// <returns>False where it says that already.</returns>
    /// <exception cref="ProblemException">ILLEGAL_STEP, INVALID_FIELD, CONTRADICTING_FIGURE.</exception>
    public async Task<bool> ReviseAsync(ProgressReport report, EnteredContent entered, Actor by, CancellationToken cancellation)
    {
        var content = await figures.CompleteAsync(report.Name, report.Role, entered, retired: false, cancellation);
        return report.Revise(content with { Sources = ReportSources.Kept(report.Content, content) }, by, clock.GetUtcNow());
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP, INVALID_FIELD.</exception>
    public void Reopen(ProgressReport report, string reason, Actor by) => report.Reopen(reason, by, clock.GetUtcNow());

    /// <exception cref="ProblemException">ILLEGAL_STEP, FIGURES_MISSING.</exception>
    public async Task ApproveAsync(ProgressReport report, string comment, Actor by, CancellationToken cancellation)
    {
        report.Approve(comment, by, clock.GetUtcNow());
        await RequireFiguresAsync(report, cancellation);
    }

    /// <summary>An edition may have promised something more since the approval, so the figures are looked at once more.</summary>
    /// <exception cref="ProblemException">ILLEGAL_STEP, FIGURES_MISSING.</exception>
    public async Task SubmitAsync(ProgressReport report, string comment, Actor by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        report.Submit(comment, by, now);
        await RequireFiguresAsync(report, cancellation);
        db.Publish(new ProgressSubmitted(report.Name.ToString(), report.Name.Task.ToString(), ResourceNames.Plan(report.PlanId), report.Quarter,
            UnitOf(report), report.Revisions.Count, new(by.Account, by.DisplayName, now)) { Role = EventWords.Of(report.Role) }, now);
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP, INVALID_FIELD.</exception>
    public async Task ReturnAsync(ProgressReport report, string reason, Actor by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        report.Return(reason, by, now);
        await notices.TellAsync(report, reason, by, cancellation);
        db.Publish(new ProgressReturned(report.Name.ToString(), report.Name.Task.ToString(), ResourceNames.Plan(report.PlanId), report.Quarter,
            UnitOf(report), report.Revisions.Count, reason, new(by.Account, by.DisplayName, now)) { Role = EventWords.Of(report.Role) }, now);
    }

    /// <summary>The figures count from now on, so they are checked once more against what has been accepted meanwhile.</summary>
    /// <exception cref="ProblemException">ILLEGAL_STEP, INVALID_FIELD, CONTRADICTING_FIGURE.</exception>
    public async Task AcceptAsync(ProgressReport report, Light? light, string comment, Actor by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // What a whole task promises says nothing of a member's part of it: no light is suggested for it, and it sets none.
        var suggested = report.Role == AssignmentRole.Lead ? await lights.SuggestAsync(report.Name, report.Content, cancellation) : null;
        report.Accept(light, suggested?.Light, comment, by, now);
        await figures.CompleteAsync(report.Name, report.Role, EnteredContent.Of(report.Content), retired: true, cancellation);
        var name = report.Name.Task;
        var task = suggested is not null
            ? await lights.ShowAsync(report, suggested, comment, by, cancellation)
            : await db.Tasks.SingleAsync(t => t.PlanId == name.Plan && t.Number == name.Number, cancellation);
        db.Publish(Accepted(report, task.Content, await quarter.OfAsync(report, task.Content, cancellation)), now);
    }

    /// <summary>The report, to be changed. Whoever comes second waits, and sees what the first has done.</summary>
    /// <param name="step">What is to be done with it, for messages.</param>
    /// <exception cref="ProblemException">
    /// NOT_FOUND, also where the viewer may not see it yet; STALE_ETAG with what changed since; ILLEGAL_STEP where the task has been withdrawn, or
    /// the unit is behind what the viewer sees at the next revision.
    /// </exception>
    public async Task<ProgressReport> TakeAsync(ReportName name, string etag, Viewer viewer, string step, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync(
            $"SELECT FROM progress_report WHERE plan_id = {name.Task.Plan} AND task_number = {name.Task.Number} AND period_code = {name.Period.Code} AND unit_id = {name.Unit} FOR UPDATE",
            cancellation);
        var report = await Find(name).AsSingleQuery().SingleOrDefaultAsync(cancellation) ?? throw viewer.Missing(name);
        var seen = viewer.See(report) ?? throw viewer.Missing(name);
        if (etag.Length > 0 && etag != seen.Etag) throw Problems.StaleEtag("Report", name.ToString(), viewer.Changes(report, etag));
        await RequireInForceAsync(name.Task, cancellation);
        if (seen.Revision != report.Newest.Number) throw Problems.IllegalStep("Report", name.ToString(), seen.State.ToString().ToUpperInvariant(), step);
        return report;
    }

    /// <summary>As <see cref="TakeAsync"/>, to be accepted or returned. A contribution is the lead unit's to review, not the office's.</summary>
    /// <exception cref="ProblemException">As there; REVIEWED_BY_LEAD_UNIT.</exception>
    public async Task<ProgressReport> TakeForReviewAsync(ReportName name, string etag, Viewer viewer, string step, CancellationToken cancellation)
    {
        var report = await TakeAsync(name, etag, viewer, step, cancellation);
        return report.Role == AssignmentRole.Support && viewer.IsOffice && !await LeadsAsync(name.Task, viewer, cancellation)
            ? throw Problems.Because(Reason.ReviewedByLeadUnit, $"Report '{name}' is a contribution: the unit that leads the task accepts or returns it.")
            : report;
    }

    /// <summary>A unit with a plan of its own is its office, and may lead its tasks too.</summary>
    Task<bool> LeadsAsync(TaskName task, Viewer viewer, CancellationToken cancellation) => db.Assignments.AnyAsync(a => a.PlanId == task.Plan && a.TaskNumber == task.Number
        && a.Role == AssignmentRole.Lead && a.WithdrawnAt == null && viewer.Units.Contains(a.UnitId), cancellation);

    /// <summary>What was taken out of the plan, closed or carried over is kept as it was.</summary>
    async Task RequireInForceAsync(TaskName name, CancellationToken cancellation)
    {
        var state = await db.Tasks.Where(t => t.PlanId == name.Plan && t.Number == name.Number).Select(t => t.State).SingleOrDefaultAsync(cancellation);
        if (state.IsOver()) throw Problems.IllegalStep("Task", name.ToString(), StateNames.Of(state), "be reported on");
    }

    async Task RequirePeriodAsync(ReportName name, CancellationToken cancellation)
    {
        var kind = TaskPeriods.Of(await figures.ContentAsync(name.Task, cancellation));
        if (name.Period.Kind != kind)
            throw Problems.InvalidField("report.period", $"must be one of {string.Join(", ", ReportPeriod.OfYear(kind))}: the schedule of task {name.Task.Number} is divided so.");
    }

    /// <summary>What the unit that leads a task promised for the period has a figure, or words why not. Members and supporters answer for a share only.</summary>
    async Task RequireFiguresAsync(ProgressReport report, CancellationToken cancellation)
    {
        if (report.Role != AssignmentRole.Lead) return;
        var name = report.Name.Task;
        var missing = DueFigures.Missing(await figures.ContentAsync(name, cancellation), report.Period, report.Content);
        if (missing.Count == 0) return;
        throw new ProblemException(new(Reason.FiguresMissing,
            $"{missing.Count} commitments are due and have neither a figure nor, in unreported_figures, an explanation: {string.Join("; ", missing.Select(c => c.Commitment.Verbatim))}.")
        {
            Violations = [.. missing.Select(c => new FieldViolation(name.Commitment(c.Ordinal), $"is due in {report.Period}: {c.Commitment.Verbatim}"))],
        });
    }

    IQueryable<ProgressReport> Find(ReportName name) => db.Reports.Where(
        r => r.PlanId == name.Task.Plan && r.TaskNumber == name.Task.Number && r.UnitId == name.Unit && r.PeriodCode == name.Period.Code);

    static ProgressAccepted Accepted(ProgressReport report, TaskContent task, IReadOnlyList<ReportedFigure> figures)
    {
        var commitments = task.EveryCommitment().ToDictionary(c => c.Ordinal);
        var content = report.Content;
        return new(report.Name.ToString(), report.Name.Task.ToString(), ResourceNames.Plan(report.PlanId), report.Quarter, UnitOf(report),
            report.Revisions.Count, report.Light?.ToString().ToUpperInvariant() ?? "", content.Narrative, content.Difficulties, content.NextSteps,
            [.. figures.Select(f => new FigureFact(report.Name.Task.Commitment(f.Ordinal), commitments[f.Ordinal].Commitment.Measure,
                commitments[f.Ordinal].Commitment.Unit, f.PeriodValue, f.YearToDateValue, f.Note))],
            Written(report.Newest), Signed(report, ProgressState.Approved), Signed(report, ProgressState.Accepted))
        {
            Period = report.Period.ToString(), Role = EventWords.Of(report.Role),
        };
    }

    static ActorFact Written(ReportRevision revision) => new(revision.Account, revision.DisplayName, revision.Time);

    static ActorFact Signed(ProgressReport report, ProgressState step) =>
        report.LastStep(step) is { } taken
            ? new(taken.Account, taken.DisplayName, taken.Time)
            : throw new InvalidOperationException($"{report.Name} was accepted without being {step}.");

    static UnitFact UnitOf(ProgressReport report) => new(ResourceNames.Unit(report.UnitId), report.UnitName);
}
