using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Cases;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Plans;

/// <summary>What tasks of a plan to list; null or empty members do not narrow.</summary>
/// <param name="Withdrawn">True lists withdrawn tasks too.</param>
public sealed record TaskFilter(string Plan, string? Unit, string? Leader, int? Quarter, Light? Light, string? Section, string? Words, bool Withdrawn)
{
    public TaskState? State { get; init; }

    /// <summary>Quarters that are due, where only tasks with a report missing for one are wanted; null for all tasks.</summary>
    public IReadOnlyList<int>? OverdueIn { get; init; }

    public DateTimeOffset? ChangedSince { get; init; }

    public TaskOrder Order { get; init; }
}

/// <summary>Reads tasks as far as their plans are shown.</summary>
public sealed class TaskQuery(TasksDbContext db)
{
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<PlanTask> GetAsync(TaskName name, Sight sight, CancellationToken cancellation) =>
        await Shown(db.Tasks.AsNoTracking(), sight).SingleOrDefaultAsync(t => t.PlanId == name.Plan && t.Number == name.Number, cancellation)
        ?? throw (sight.Office ? Problems.NotFound("Task", name.ToString()) : Problems.NotVisible("Task", name.ToString()));

    /// <summary>Requires an issued plan, or task of one.</summary>
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task RequireAsync(CaseParent parent, CancellationToken cancellation)
    {
        if (parent.Task is { } number) await GetAsync(new(parent.Plan, number), Sight.Issued, cancellation);
        else if (!await db.Plans.AnyAsync(p => p.Id == parent.Plan && p.State != PlanState.Draft, cancellation)) throw Problems.NotFound("Plan", ResourceNames.Plan(parent.Plan));
    }

    /// <summary>One page in the order asked for: one query, whatever the filter.</summary>
    /// <exception cref="ProblemException">NOT_FOUND where the page is empty because there is no such plan.</exception>
    public async Task<IReadOnlyList<PlanTask>> ListAsync(TaskFilter filter, Sight sight, TaskKey? after, int count, CancellationToken cancellation)
    {
        var found = await Filtered(filter, sight).InOrder(filter.Order, after).Take(count).ToListAsync(cancellation);
        if (found.Count == 0 && !await db.Plans.Where(sight.Plans).AnyAsync(p => p.Id == filter.Plan, cancellation))
            throw Problems.NotFound("Plan", ResourceNames.Plan(filter.Plan));
        return found;
    }

    IQueryable<PlanTask> Filtered(TaskFilter filter, Sight sight)
    {
        var tasks = Shown(db.Tasks.AsNoTracking(), sight).Where(t => t.PlanId == filter.Plan);
        if (!filter.Withdrawn) tasks = tasks.Where(t => t.State != TaskState.Withdrawn);
        if (filter.Unit is { } unit) tasks = tasks.Where(t => t.UnitIds.Contains(unit));
        if (filter.Leader is { } leader) tasks = tasks.Where(t => t.LeaderIds.Contains(leader));
        if (filter.Quarter is { } quarter) tasks = tasks.Where(t => t.Quarters.Contains(quarter));
        if (filter.Light is { } light) tasks = tasks.Where(t => t.Light == light);
        if (filter.Section is { } section) tasks = tasks.Where(t => t.Section == section);
        if (filter.State is { } state) tasks = tasks.Where(t => t.State == state);
        if (filter.ChangedSince is { } since) tasks = tasks.Where(t => t.UpdatedAt >= since);
        if (filter.OverdueIn is { } due) tasks = Overdue(tasks, [.. due]);
        if (filter.Words is { } words)
        {
            var pattern = $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
            tasks = tasks.Where(t => EF.Functions.ILike(t.SearchText, pattern, @"\"));
        }

        return tasks;
    }

    IQueryable<PlanTask> Shown(IQueryable<PlanTask> tasks, Sight sight)
    {
        if (sight is { Office: false, Unit: null }) return tasks.Where(t => t.State != TaskState.Draft);
        var plans = db.Plans.Where(sight.Plans);
        return tasks.Where(t => t.State != TaskState.Draft || plans.Any(p => p.Id == t.PlanId));
    }

    IQueryable<PlanTask> Overdue(IQueryable<PlanTask> tasks, int[] due) => tasks.Where(t =>
        (t.State == TaskState.Issued || t.State == TaskState.InProgress) && due.Any(q => t.OwedQuarters.Contains(q) && t.LeadUnitIds.Any(u =>
            !db.Reports.Any(r => r.PlanId == t.PlanId && r.TaskNumber == t.Number && r.UnitId == u && r.Quarter == q && r.PeriodCode / 10 % 3 == 0 && r.Role == AssignmentRole.Lead
                && (r.State == ProgressState.Submitted || r.State == ProgressState.Accepted)))));
}
