using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Editions;

/// <summary>What applying some changes of an edition needs to know, read in a few queries however many they are.</summary>
sealed class EditionBook
{
    readonly Dictionary<int, EditionTask> _proposals;
    readonly ILookup<int, Assignment> _assignments;
    readonly HashSet<int> _numbers;
    int _highest;

    EditionBook(IReadOnlyList<PlanTask> tasks, IReadOnlyList<EditionTask> proposals, IReadOnlyList<Assignment> assignments, IReadOnlyList<int> numbers, int highest)
    {
        Tasks = tasks.ToDictionary(t => t.Number);
        _proposals = proposals.ToDictionary(p => p.Number);
        _assignments = assignments.ToLookup(a => a.TaskNumber);
        (_numbers, _highest) = ([.. numbers], highest);
    }

    /// <summary>The tasks that the changes are about, by number.</summary>
    public IReadOnlyDictionary<int, PlanTask> Tasks { get; }

    public IEnumerable<EditionTask> Proposals => _proposals.Values;

    /// <param name="settled">What the office decided on names since the edition was imported.</param>
    public static async Task<EditionBook> OpenAsync(TasksDbContext db, PlanEdition edition, IReadOnlyList<PlanChange> changes, SettledNames settled, CancellationToken cancellation)
    {
        var (plan, about) = (edition.PlanId, changes.Select(c => c.TaskNumber).OfType<int>().Distinct().ToList());
        var proposed = changes.Select(c => c.EditionNumber).OfType<int>().Distinct().ToList();
        var tasks = await db.Tasks.Where(t => t.PlanId == plan && about.Contains(t.Number)).ToListAsync(cancellation);
        var proposals = await db.EditionTasks.AsNoTracking()
            .Where(t => t.PlanId == plan && t.Edition == edition.Number && proposed.Contains(t.Number)).ToListAsync(cancellation);
        var assignments = await db.Assignments.AsSingleQuery().Where(a => a.PlanId == plan && about.Contains(a.TaskNumber)).ToListAsync(cancellation);
        var numbers = await db.Tasks.Where(t => t.PlanId == plan).Select(t => t.Number).ToListAsync(cancellation);
        var printed = await db.Tasks.Where(t => t.PlanId == plan).MaxAsync(t => (int?)t.PublishedNumber, cancellation) ?? 0;
        return new(tasks, [.. proposals.Select(p => p.With(settled))], assignments, numbers, numbers.Concat(proposed).Append(printed).Max());
    }

    public IReadOnlyList<Assignment> AssignmentsOf(int task) => [.. _assignments[task]];

    public EditionTask Proposal(PlanChange change) => _proposals[change.EditionNumber!.Value];

    /// <summary>
    /// The number under which an added task becomes known: the printed one where no task of the plan ever had it, else the next above
    /// all numbers in use, since a name never comes to mean another task.
    /// </summary>
    public int FreeNumber(int printed)
    {
        var number = _numbers.Contains(printed) ? ++_highest : printed;
        _numbers.Add(number);
        return number;
    }
}
