using Suite.Tasks.Plans;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Finding;

/// <summary>What the board needs of a task.</summary>
/// <param name="Quarters">For which a report is owed.</param>
public sealed record BoardTask(int Number, string Section, TaskState State, Light? Light, string[] LeadUnits, string[] Leaders, int[] Quarters, DateTimeOffset? EndedAt)
{
    /// <summary>Quarters for which nothing was owed any more when it was closed or carried over: what was accepted counts, nothing is missing.</summary>
    public int[] Excused { get; init; } = [];
}

/// <summary>A report of a lead unit that has reached the office.</summary>
public sealed record BoardReport(int Task, string Unit, int Quarter, bool Accepted);

/// <summary>The totals of some tasks. See the contract's BoardCell.</summary>
public sealed record BoardCell(string Key, IReadOnlyDictionary<TaskState, int> States, IReadOnlyDictionary<Light, int> Lights, int Tasks, int Reported, int Accepted, int Overdue);

/// <summary>Counts the tasks of a plan along its dimensions. Pure.</summary>
public sealed class BoardTally
{
    readonly IReadOnlyList<BoardTask> _tasks;
    readonly HashSet<(int Task, string Unit, int Quarter)> _reported;
    readonly HashSet<(int Task, string Unit, int Quarter)> _accepted;
    readonly HashSet<(int Task, string Unit, int Quarter)> _shown;
    readonly IReadOnlyList<int> _due;

    /// <param name="due">Quarters whose reports are due.</param>
    /// <param name="shows">Whether a viewer is shown that a report has reached the office before it is accepted.</param>
    public BoardTally(IReadOnlyList<BoardTask> tasks, IReadOnlyList<BoardReport> reports, IReadOnlyList<int> due, Func<BoardReport, bool> shows)
    {
        (_tasks, _due) = (tasks, due);
        _reported = [.. reports.Select(Key)];
        _accepted = [.. reports.Where(r => r.Accepted).Select(Key)];
        _shown = [.. reports.Where(r => r.Accepted || shows(r)).Select(Key)];
    }

    public BoardCell Total(int quarter) => Cell("", _tasks, quarter, _due);

    public IReadOnlyList<BoardCell> Units(int quarter) => By(t => t.LeadUnits, quarter);

    public IReadOnlyList<BoardCell> Leaders(int quarter) => By(t => t.Leaders, quarter);

    public IReadOnlyList<BoardCell> Sections(int quarter) => By(t => [t.Section], quarter);

    public IReadOnlyList<BoardCell> Quarters() =>
        [.. Enumerable.Range(1, 4).Select(q => Cell($"{q}", [.. _tasks.Where(t => IsDue(t, q))], q, [.. _due.Where(d => d == q)]))];

    /// <summary>In order of first appearance.</summary>
    List<BoardCell> By(Func<BoardTask, string[]> keys, int quarter)
    {
        var groups = new Dictionary<string, List<BoardTask>>();
        var order = new List<string>();
        foreach (var task in _tasks)
        foreach (var key in keys(task))
        {
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = [];
                order.Add(key);
            }

            group.Add(task);
        }

        return order.ConvertAll(key => Cell(key, groups[key], quarter, _due));
    }

    BoardCell Cell(string key, IReadOnlyList<BoardTask> tasks, int quarter, IReadOnlyList<int> due) => new(key,
        tasks.CountBy(t => t.State).ToDictionary(), tasks.Where(t => t.Light is not null).CountBy(t => t.Light!.Value).ToDictionary(), tasks.Count,
        tasks.Count(t => Complete(t, quarter, _shown)), tasks.Count(t => Complete(t, quarter, _accepted)), tasks.Count(t => Overdue(t, due)));

    bool Overdue(BoardTask task, IReadOnlyList<int> due) =>
        !task.State.IsOver() && due.Any(q => task.Quarters.Contains(q) && !Complete(task, q, _reported));

    bool IsDue(BoardTask task, int quarter) => task.Quarters.Contains(quarter) && (!task.Excused.Contains(quarter) || Has(task, quarter, _accepted));

    static bool Complete(BoardTask task, int quarter, HashSet<(int Task, string Unit, int Quarter)> reports) => task.Quarters.Contains(quarter) && task.LeadUnits.Length > 0
        && (task.Excused.Contains(quarter) ? Has(task, quarter, reports) : task.LeadUnits.All(unit => reports.Contains((task.Number, unit, quarter))));

    static bool Has(BoardTask task, int quarter, HashSet<(int Task, string Unit, int Quarter)> reports) => task.LeadUnits.Any(unit => reports.Contains((task.Number, unit, quarter)));

    static (int Task, string Unit, int Quarter) Key(BoardReport report) => (report.Task, report.Unit, report.Quarter);
}
