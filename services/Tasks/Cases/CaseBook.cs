using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Steps;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Cases;

/// <summary>What every desk for cases needs: the issued task, the next number, the case to be changed.</summary>
public sealed class CaseBook(TasksDbContext db)
{
    /// <summary>The task in force on which a case can be opened.</summary>
    /// <exception cref="ProblemException">NOT_FOUND (also for a draft), ILLEGAL_STEP where it has been withdrawn, closed or carried over.</exception>
    public async Task<PlanTask> TaskAsync(TaskName name, string wish, CancellationToken cancellation)
    {
        var task = await db.Tasks.SingleOrDefaultAsync(t => t.PlanId == name.Plan && t.Number == name.Number && t.State != TaskState.Draft, cancellation)
            ?? throw Problems.NotFound("Task", name.ToString());
        if (task.State.IsOver()) throw Problems.IllegalStep("Task", name.ToString(), StateNames.Of(task.State), wish);
        return task;
    }

    /// <summary>The number after the task's last case of a kind; the lock lasts until the transaction ends.</summary>
    public async Task<CaseName> NextAsync<TCase, TState>(TaskName task, CaseKind kind, CancellationToken cancellation)
        where TCase : TaskCase<TState>
        where TState : struct, Enum
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({$"{task}/{kind}"}))", cancellation);
        var last = await db.Set<TCase>().Where(c => c.PlanId == task.Plan && c.TaskNumber == task.Number).MaxAsync(c => (int?)c.Number, cancellation);
        return new(task, kind, (last ?? 0) + 1);
    }

    /// <summary>The case, to be changed.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG.</exception>
    public async Task<TCase> TakeAsync<TCase, TState>(CaseName name, string etag, CancellationToken cancellation)
        where TCase : TaskCase<TState>
        where TState : struct, Enum
    {
        var found = await db.Set<TCase>().AsSingleQuery().SingleOrDefaultAsync(
            c => c.PlanId == name.Task.Plan && c.TaskNumber == name.Task.Number && c.Number == name.Number, cancellation)
            ?? throw Problems.NotFound(name.Kind.ToString(), name.ToString());
        if (etag.Length > 0 && etag != Etag.Of(found.Version)) throw Problems.StaleEtag(name.Kind.ToString(), name.ToString());
        return found;
    }
}
