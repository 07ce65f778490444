using Suite.Tasks.V1;

namespace Suite.Year.Tests;

/// <summary>How the units that lead stand in a quarter, from the owners' books.</summary>
sealed class UnitBooks
{
    readonly ILookup<(string Task, int Quarter), BookedReport> _reports;
    readonly Dictionary<string, UnitBook> _byName;

    public UnitBooks(Books books, int quarter)
    {
        _reports = books.Reports.ToLookup(r => (r.Task, r.Quarter));
        var found = new List<UnitBook>();
        foreach (var unit in books.Tasks.SelectMany(t => OwingOf(t, quarter).Select(u => (u.Unit, u.DisplayName, Task: t))).GroupBy(u => u.Unit))
        {
            var due = unit.Select(u => u.Task).Distinct().ToList();
            found.Add(new(unit.Key, unit.First().DisplayName, books.Towns.Contains(unit.Key), books.PointsOf(quarter, unit.Key) ?? -1, due,
                [.. due.SelectMany(t => ReportsOf(t, quarter)).Where(r => r.Unit == unit.Key)], [.. due.Select(t => books.Shown(t, quarter) is { ByHand: true } set ? set.Light : LightOf(t, unit.Key))]));

            int? LightOf(BookedTask task, string lead) => ReportsOf(task, quarter).FirstOrDefault(r => r.Unit == lead)?.Light;
        }

        // The best of the city's own units, and of the towns, is the one before which no other stands.
        Ranked = [.. found.Select(u => u with { Rank = 1 + found.Count(other => other.Town == u.Town && other.Standing.CompareTo(u.Standing) < 0) })];
        Missing = [.. Ranked.Where(u => u.Missing.Count > 0).OrderByDescending(u => u.Missing.Count).ThenBy(u => u.Missing.Min(t => t.Number))];
        _byName = Ranked.ToDictionary(u => u.Name);
    }

    /// <summary>Those with something due.</summary>
    public IReadOnlyList<UnitBook> Ranked { get; }

    /// <summary>Those of which something is missing, most first.</summary>
    public IReadOnlyList<UnitBook> Missing { get; }

    public UnitBook Of(string name) => _byName[name];

    /// <summary>Units that owe a report, or have handed it in: of a task that is over those alone.</summary>
    public IReadOnlyList<UnitRef> OwingOf(BookedTask task, int quarter) =>
        !task.Due.Contains(quarter) ? [] : [.. task.Leads.Where(u => !task.Excused.Contains(quarter) || ReportsOf(task, quarter).Any(r => r.Unit == u.Unit))];

    public IEnumerable<BookedReport> ReportsOf(BookedTask task, int quarter) => _reports[(task.Name, quarter)];
}

/// <param name="Due">Tasks that it leads with something due.</param>
/// <param name="Accepted">Its own reports on them.</param>
/// <param name="Lights">Of each task the one set by hand, else that of its own report.</param>
sealed record UnitBook(
    string Unit, string Name, bool Town, decimal Points, IReadOnlyList<BookedTask> Due, IReadOnlyList<BookedReport> Accepted, IReadOnlyList<int?> Lights)
{
    public int Rank { get; init; }

    public IReadOnlyList<BookedTask> Missing => [.. Due.Where(t => Accepted.All(r => r.Task != t.Name))];

    public decimal Share => Numbers.Percent(Accepted.Count, Due.Count);

    /// <summary>More points first, then a larger share accepted, then fewer red, fewer yellow, fewer returned.</summary>
    public (decimal, decimal, int, int, int) Standing => (-Points, -Share, Count("light = RED"), Count("light = YELLOW"), Count("returned"));

    public bool Commended => Missing.Count == 0 && Count("returned") + Count("light = RED") + Count("light = YELLOW") == 0;

    public bool Named => Rank > 1 && (Count("light = RED") > 0 || Accepted.Count * 2 <= Due.Count);

    public int Count(string what) => what switch
    {
        "due" => Due.Count,
        "accepted" => Accepted.Count,
        "report missing" => Missing.Count,
        "returned" => (int)Accepted.Sum(r => r.Returned),
        "light = GREEN" => Lights.Count(l => l == 1),
        "light = YELLOW" => Lights.Count(l => l == 2),
        "light = RED" => Lights.Count(l => l == 3),
        _ => throw new ShouldAssertException($"'{what}' is a way to count units' work that nobody has written down here."),
    };
}
