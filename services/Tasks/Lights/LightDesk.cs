using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Rules;
using Suite.Tasks.Steps;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Lights;

/// <summary>Sets lights, and keeps with each what the rules of the day suggested.</summary>
public sealed class LightDesk(TasksDbContext db, RuleBook rules, LightQuery query, CityTime time)
{
    /// <summary>What today's rules say of a report's figures.</summary>
    /// <exception cref="ProblemException">NOT_FOUND where there is no such task.</exception>
    public async Task<LightSuggestion> SuggestAsync(ReportName name, ReportContent content, CancellationToken cancellation)
    {
        var rule = (await rules.LightsAsync(cancellation)).On(time.Today);
        var task = await db.Tasks.AsNoTracking().Where(t => t.PlanId == name.Task.Plan && t.Number == name.Task.Number)
            .Select(t => t.Content).SingleOrDefaultAsync(cancellation) ?? throw Problems.NotFound("Task", name.Task.ToString());
        // A month within a quarter is not yet measured against what the quarter promised.
        IReadOnlyList<Gap> gaps = name.Period.QuartersEnding.Any() ? Gaps.Of(name.Quarter, task, content.Figures) : [];
        return new(rule.Rule.OfGap(gaps.Worst()), rule.Version, gaps, []);
    }

    /// <summary>The light of an accepted report becomes the task's.</summary>
    /// <returns>The task.</returns>
    public async Task<PlanTask> ShowAsync(ProgressReport report, LightSuggestion suggested, string reason, Actor by, CancellationToken cancellation)
    {
        var light = report.Light ?? throw new InvalidOperationException($"{report.Name} has not been accepted.");
        var task = await TakeAsync(report.Name.Task, cancellation);
        task.Show(light, time.Now);
        db.LightMarks.Add(LightMark.With(report.Name, await NextAsync(report.Name.Task, cancellation), light, suggested, reason, by, time.Now));
        return task;
    }

    /// <summary>The office sets a light without a report, with its reason.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, INVALID_FIELD, PLAN_NOT_ISSUED; ILLEGAL_STEP where the task has been withdrawn.</exception>
    public async Task<PlanTask> SetAsync(TaskName name, Light light, string reason, string etag, Actor by, CancellationToken cancellation)
    {
        var task = await TakeAsync(name, cancellation);
        if (etag.Length > 0 && etag != Etag.Of(task.Version)) throw Problems.StaleEtag("Task", name.ToString());
        if (task.State == TaskState.Draft) throw Problems.Because(Errors.V1.Reason.PlanNotIssued, $"Plan '{ResourceNames.Plan(name.Plan)}' is a draft; its tasks show no light.");
        if (task.State.IsOver()) throw Problems.IllegalStep("Task", name.ToString(), StateNames.Of(task.State), "show another light");
        var suggested = await query.SuggestAsync(task, cancellation);
        var mark = LightMark.Alone(name, await NextAsync(name, cancellation), light, suggested, reason, by, time.Now);
        db.LightMarks.Add(mark);
        task.Show(light, time.Now);
        db.Publish(new LightSet(name.ToString(), ResourceNames.Plan(name.Plan), Word(light), suggested.Light is { } s ? Word(s) : null,
            SupervisionRule.NameOf(RuleKind.Light, suggested.RuleVersion), reason, new(by.Account, by.DisplayName, time.Now)), time.Now);
        return task;
    }

    /// <summary>The task, to be given a light. Lights of one task are set one after the other: several units may lead it.</summary>
    async Task<PlanTask> TakeAsync(TaskName name, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM task WHERE plan_id = {name.Plan} AND number = {name.Number} FOR UPDATE", cancellation);
        return await db.Tasks.SingleOrDefaultAsync(t => t.PlanId == name.Plan && t.Number == name.Number, cancellation)
            ?? throw Problems.NotFound("Task", name.ToString());
    }

    async Task<int> NextAsync(TaskName task, CancellationToken cancellation) =>
        1 + (await db.LightMarks.Where(m => m.PlanId == task.Plan && m.TaskNumber == task.Number).MaxAsync(m => (int?)m.Ordinal, cancellation) ?? 0);

    static string Word(Light light) => light.ToString().ToUpperInvariant();
}
