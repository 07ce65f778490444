using Suite.Reporting.V1;

namespace Suite.Year.Tests;

/// <summary>Every count, share, rank and score of a document, made again from the owners' books by what its formula says.</summary>
/// <param name="subject">units/{unit} or people/{person} that the document is about; else empty.</param>
sealed class Recount(Books books, UnitBooks units, ReportKind kind, string subject, int quarter)
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
            case "days": return books.Day.DayNumber - books.DueDates[quarter - 1].DayNumber;
            case "rank": return units.Of(inner["unit = ".Length..]).Rank;
            case "score": return books.PointsOf(quarter, units.Of(NameIn(inner)).Unit);
            case "share": return units.Of(NameIn(inner)).Share;
            case "count": return Whole(inner) ?? Part(inner) ?? await new Happened(books, quarter).CountAsync(inner);
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
        "reported" or "accepted" => units.OwingOf(t, q) is { Count: > 0 } owing && owing.All(u => units.ReportsOf(t, q).Any(r => r.Unit == u.Unit)),
        "light = none" => books.Shown(t, q) is null,
        "light = GREEN" => books.Shown(t, q)?.Light == 1,
        "light = YELLOW" => books.Shown(t, q)?.Light == 2,
        "light = RED" => books.Shown(t, q)?.Light == 3,
        "light = BLUE" => books.Shown(t, q)?.Light == 4,
        _ => throw new ShouldAssertException($"'{what}' is a way to count that nobody has written down here."),
    });

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
        var (comma, sign) = (inner.LastIndexOf(", ", StringComparison.Ordinal), inner[..Math.Max(0, inner.LastIndexOf(", ", StringComparison.Ordinal))].IndexOf(" = ", StringComparison.Ordinal));
        if (comma < 0) return null;
        var what = inner[(comma + 2)..];
        if (inner.StartsWith("shown", StringComparison.Ordinal)) return Tally(Mine, quarter, what);
        // A part without a name is named by what it is alone.
        return (sign < 0 ? (inner[..comma], "") : (inner[..sign], inner[(sign + 3)..comma])) switch
        {
            ("section", var name) when what == "accepted reports not told" => Mine.Where(t => t.Section == name).Sum(t => units.ReportsOf(t, quarter).Count()) - Told.MostOfASection,
            ("section", var name) => Tally(Mine.Where(t => t.Section == name), quarter, what),
            ("leader", var name) => Tally(kind == ReportKind.Portfolio ? Mine : Mine.Where(t => t.Leaders.Any(l => l.Position == 1 && l.DisplayName == name)), quarter, what),
            ("quarter", var name) => Tally(Mine, Array.IndexOf(Quarters, name) + 1, what),
            ("unit", var name) when kind is ReportKind.Scorecard or ReportKind.Portfolio => Tally(Mine.Where(t => t.Leads.Any(u => u.DisplayName == name)), quarter, what),
            ("unit", var name) => units.Of(name).Count(what),
            _ => null,
        };
    }

    static string NameIn(string inner) => inner["unit = ".Length..inner.LastIndexOf(", ", StringComparison.Ordinal)];
}
