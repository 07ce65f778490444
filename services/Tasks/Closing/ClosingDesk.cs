using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Cases;
using Suite.Tasks.Lights;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Closing;

/// <summary>Closes tasks whose target is met, and opens them again.</summary>
public sealed class ClosingDesk(TasksDbContext db, CaseBook book, CaseParties parties, LightDesk lights)
{
    /// <exception cref="ProblemException">NOT_FOUND, ILLEGAL_STEP.</exception>
    public async Task<ClosingRequest> CreateAsync(TaskName name, CaseAct act, CancellationToken cancellation)
    {
        var task = await book.TaskAsync(name, "be closed", cancellation);
        TaskSteps.Table.Require(TaskSteps.Close, task.State, name.ToString());
        var unit = await parties.UnitAsync(task, act.Unit, "parent", cancellation);
        var number = await book.NextAsync<ClosingRequest, ClosingState>(name, CaseKind.Closing, cancellation);
        if (await db.Closings.AnyAsync(c => c.PlanId == name.Plan && c.TaskNumber == name.Number && c.State == ClosingState.Requested, cancellation))
            throw Problems.IllegalStep("Task", name.ToString(), "IN_PROGRESS", "be asked to close: another request waits for the office");
        var period = await db.Reports.Where(r => r.PlanId == name.Plan && r.TaskNumber == name.Number && r.UnitId == unit.UnitId && r.State == ProgressState.Accepted)
            .MaxAsync(r => (int?)r.PeriodCode, cancellation)
            ?? throw Problems.IllegalStep("Task", name.ToString(), "IN_PROGRESS", "be closed before a report of the unit has been accepted");
        var made = ClosingRequest.Make(number, unit, period, act);
        db.Closings.Add(made);
        parties.Tell(made, made.UnitId, made.UnitName, null);
        return made;
    }

    /// <exception cref="ProblemException">NOT_FOUND, OUT_OF_SCOPE, STALE_ETAG, ILLEGAL_STEP.</exception>
    public Task<ClosingRequest> CancelAsync(CaseName name, string etag, CaseAct act, CancellationToken cancellation) =>
        StepAsync(name, etag, request =>
        {
            CaseParties.RequireUnit(request.UnitId, act, name);
            request.Cancel(act);
        }, cancellation);

    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP.</exception>
    public Task<ClosingRequest> RefuseAsync(CaseName name, string etag, CaseAct act, CancellationToken cancellation) =>
        StepAsync(name, etag, request => request.Refuse(act), cancellation);

    /// <summary>The task is closed and shows blue.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP.</exception>
    public async Task<ClosingRequest> ApproveAsync(CaseName name, string etag, CaseAct act, CancellationToken cancellation)
    {
        await db.LockPlanAsync(name.Task.Plan, cancellation);
        var request = await StepAsync(name, etag, r => r.Approve(act), cancellation);
        var task = await lights.SetAsync(name.Task, Light.Blue, act.Text, "", act.By, cancellation);
        task.Close(act.Time);
        db.Publish(new TaskClosed(name.Task.ToString(), ResourceNames.Plan(name.Task.Plan), name.ToString(), request.Report.ToString(), act.Text, FactOf(act)), act.Time);
        return request;
    }

    /// <summary>A closed or carried over task goes on, with the light it had before.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP.</exception>
    public async Task<PlanTask> ReopenAsync(TaskName name, string etag, CaseAct act, CancellationToken cancellation)
    {
        await db.LockPlanAsync(name.Plan, cancellation);
        var task = await TakeAsync(name, etag, cancellation);
        var (closed, to) = (task.State == TaskState.Closed, task.CarriedTo);
        task.Reopen(act.Time);
        if (to is not null && ResourceNames.TryTask(to) is { } next) (await FindAsync(next, cancellation))?.ContinueFrom(null, act.Time);
        if (closed) await UndoAsync(name, act, cancellation);
        db.Publish(new TaskReopened(name.ToString(), ResourceNames.Plan(name.Plan), act.Text, FactOf(act)), act.Time);
        return task;
    }

    /// <summary>Both tasks name one another from now on.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP, INVALID_FIELD.</exception>
    public async Task<PlanTask> CarryOverAsync(TaskName name, TaskName to, string etag, CaseAct act, CancellationToken cancellation)
    {
        // In the order of their names, so that two that cross do not wait for one another.
        foreach (var plan in new[] { name.Plan, to.Plan }.Distinct().Order(StringComparer.Ordinal)) await db.LockPlanAsync(plan, cancellation);
        var task = await TakeAsync(name, etag, cancellation);
        var next = await FindAsync(to, cancellation) ?? throw Problems.NotFound("Task", to.ToString());
        var plans = await db.Plans.AsNoTracking().Where(p => p.Id == name.Plan || p.Id == to.Plan).ToDictionaryAsync(p => p.Id, cancellation);
        if (plans[to.Plan].JurisdictionId != plans[name.Plan].JurisdictionId) throw Problems.InvalidField("to", "must be a task of a plan of the same office.");
        if (plans[to.Plan].Year <= plans[name.Plan].Year) throw Problems.InvalidField("to", $"must be a task of a year after {plans[name.Plan].Year}.");
        if (next.State.IsOver()) throw Problems.IllegalStep("Task", to.ToString(), Steps.StateNames.Of(next.State), "go on from another task");
        if (next.CarriedFrom is { } other) throw Problems.IllegalStep("Task", to.ToString(), "CONTINUED", $"go on from another task: it goes on from '{other}'");
        task.CarryOver(to.ToString(), act.Time);
        next.ContinueFrom(name.ToString(), act.Time);
        db.Publish(new TaskCarriedOver(name.ToString(), ResourceNames.Plan(name.Plan), to.ToString(), act.Text, FactOf(act)), act.Time);
        return task;
    }

    /// <summary>Takes the approval back and shows the last light that was not blue.</summary>
    async Task UndoAsync(TaskName name, CaseAct act, CancellationToken cancellation)
    {
        var request = await db.Closings.AsSingleQuery().Where(c => c.PlanId == name.Plan && c.TaskNumber == name.Number && c.State == ClosingState.Approved)
            .OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellation);
        request?.Reopen(act);
        if (request is not null) parties.Tell(request, request.UnitId, request.UnitName, null);
        var before = await db.LightMarks.Where(m => m.PlanId == name.Plan && m.TaskNumber == name.Number && m.Light != Light.Blue)
            .OrderByDescending(m => m.Ordinal).Select(m => (Light?)m.Light).FirstOrDefaultAsync(cancellation);
        await lights.SetAsync(name, before ?? Light.Green, act.Text, "", act.By, cancellation);
    }

    async Task<ClosingRequest> StepAsync(CaseName name, string etag, Action<ClosingRequest> step, CancellationToken cancellation)
    {
        var request = await book.TakeAsync<ClosingRequest, ClosingState>(name, etag, cancellation);
        step(request);
        parties.Tell(request, request.UnitId, request.UnitName, null);
        return request;
    }

    async Task<PlanTask> TakeAsync(TaskName name, string etag, CancellationToken cancellation)
    {
        var task = await FindAsync(name, cancellation) ?? throw Problems.NotFound("Task", name.ToString());
        return etag.Length == 0 || etag == Etag.Of(task.Version) ? task : throw Problems.StaleEtag("Task", name.ToString());
    }

    Task<PlanTask?> FindAsync(TaskName name, CancellationToken cancellation) =>
        db.Tasks.SingleOrDefaultAsync(t => t.PlanId == name.Plan && t.Number == name.Number && t.State != TaskState.Draft, cancellation);

    static ActorFact FactOf(CaseAct act) => new(act.By.Account, act.By.DisplayName, act.Time);
}
