using Suite.Reporting.V1;

namespace Suite.Year.Tests;

/// <summary>Every count, share, rank and score of a document, made again from the owners' books by what its formula says.</summary>
/// <param name="subject">units/{unit} or people/{person} that the document is about; else empty.</param>
sealed class Recount(Books books, UnitBooks units, ReportKind kind, string subject, int quarter, DateOnly day)
{
    /// <summary>Rows of the table of missing reports.</summary>
    const int Table = 40;

    static readonly string[] Quarters = ["一季度", "二季度", "三季度", "四季度"];

    /// <summary>Tasks that the document is about.</summary>
    public IReadOnlyList<BookedTask> Mine { get; } = [.. books.Tasks.Where(t => kind switch
    {
        ReportKind.Scorecard => t.Leads.Any(u => u.Unit == subject),
        ReportKind.Portfolio => t.Leaders.Any(l => l.Person == subject),
        _ => true,
    })];

    /// <summary>Null for what is no count: figures of reports.</summary>
    public async Task<decimal?> OfAsync(string formula)
    {
        if (formula.IndexOf('(', StringComparison.Ordinal) is var open && open < 0) return null;
        var inner = formula[(open + 1)..^1];
        switch (formula[..open])
        {
            case "days": return day.DayNumber - books.DueDates[quarter - 1].DayNumber;
            case "rank": return units.Of(inner["unit = ".Length..]).Rank;
            case "score": return books.PointsOf(quarter, units.Of(NameIn(inner)).Unit);
            case "share": return units.Of(NameIn(inner)).Share;
            case "count": return Whole(inner) ?? Part(inner) ?? await Happened.CountAsync(books, inner, quarter, day);
            default: return null;
        }
    }

    /// <summary>How many of some tasks are so in a quarter.</summary>
    public int Tally(IEnumerable<BookedTask> tasks, int q, string what) => tasks.Count(t => what switch
    {
        "tasks" => true,
        "acknowledged" => t.Acknowledged,
        "due" => t.Due.Contains(q),
        // Nothing waits for the office at the year's end: the books have made sure of it.
        "reported" or "accepted" => units.ReportsOf(t, q).Any(),
        "light = none" => LightOf(t, q) is null,
        "light = GREEN" => LightOf(t, q) == 1,
        "light = YELLOW" => LightOf(t, q) == 2,
        "light = RED" => LightOf(t, q) == 3,
        "light = BLUE" => LightOf(t, q) == 4,
        _ => throw new ShouldAssertException($"'{what}' is a way to count that nobody has written down here."),
    });

    /// <summary>Of the report accepted last; of two accepted at one moment the last by name.</summary>
    int? LightOf(BookedTask task, int q) => units.ReportsOf(task, q).OrderBy(r => r.Reviewer.Time).ThenBy(r => r.Name, StringComparer.Ordinal).LastOrDefault()?.Light;

    int? Whole(string what) => what switch
    {
        "units with something due" => units.Ranked.Count,
        "unit commended" => units.Ranked.Count(u => u.Commended),
        "unit named" => units.Ranked.Count(u => u.Named),
        "lead units, report missing" => units.Missing.Count,
        "report missing" => units.Missing.SelectMany(u => u.Missing).Distinct().Count(),
        "lead units beyond the table, report missing" => units.Missing.Skip(Table).Count(),
        "unit and task beyond the table, report missing" => units.Missing.Skip(Table).Sum(u => u.Missing.Count),
        "tasks" or "acknowledged" or "due" or "reported" or "accepted" => Tally(Mine, quarter, what),
        _ when what.StartsWith("light = ", StringComparison.Ordinal) => Tally(Mine, quarter, what),
        _ => null,
    };

    int? Part(string inner)
    {
        var (comma, sign) = (inner.LastIndexOf(", ", StringComparison.Ordinal), inner.IndexOf(" = ", StringComparison.Ordinal));
        if (comma < 0) return null;
        var what = inner[(comma + 2)..];
        if (inner.StartsWith("shown", StringComparison.Ordinal)) return Tally(Mine, quarter, what);
        return (inner[..sign], inner[(sign + 3)..comma]) switch
        {
            ("section", var name) when what == "accepted reports not told" => Mine.Where(t => t.Section == name).Sum(t => units.ReportsOf(t, quarter).Count()) - Told.MostOfASection,
            ("section", var name) => Tally(Mine.Where(t => t.Section == name), quarter, what),
            ("leader", var name) => Tally(kind == ReportKind.Portfolio ? Mine : Mine.Where(t => t.Leaders.Any(l => l.Position == 1 && l.DisplayName == name)), quarter, what),
            ("quarter", var name) => Tally(Mine, Array.IndexOf(Quarters, name) + 1, what),
            ("unit", var name) when kind != ReportKind.Bulletin => Tally(Mine.Where(t => t.Leads.Any(u => u.DisplayName == name)), quarter, what),
            ("unit", var name) => units.Of(name).Count(what),
            _ => null,
        };
    }

    static string NameIn(string inner) => inner["unit = ".Length..inner.LastIndexOf(", ", StringComparison.Ordinal)];
}
