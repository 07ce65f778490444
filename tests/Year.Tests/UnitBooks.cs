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
        foreach (var unit in books.Tasks.Where(t => t.Due.Contains(quarter)).SelectMany(t => t.Leads.Select(u => (u.Unit, u.DisplayName, Task: t))).GroupBy(u => u.Unit))
        {
            var due = unit.Select(u => u.Task).Distinct().ToList();
            found.Add(new(unit.Key, unit.First().DisplayName, books.Towns.Contains(unit.Key), books.PointsOf(quarter, unit.Key) ?? -1, due,
                [.. due.SelectMany(t => ReportsOf(t, quarter)).Where(r => r.Unit == unit.Key)]));
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

    public IEnumerable<BookedReport> ReportsOf(BookedTask task, int quarter) => _reports[(task.Name, quarter)];
}

/// <param name="Due">Tasks that it leads with something due.</param>
/// <param name="Accepted">Its own reports on them.</param>
sealed record UnitBook(string Unit, string Name, bool Town, decimal Points, IReadOnlyList<BookedTask> Due, IReadOnlyList<BookedReport> Accepted)
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
        "light = GREEN" => Accepted.Count(r => r.Light == 1),
        "light = YELLOW" => Accepted.Count(r => r.Light == 2),
        "light = RED" => Accepted.Count(r => r.Light == 3),
        _ => throw new ShouldAssertException($"'{what}' is a way to count units' work that nobody has written down here."),
    };
}
