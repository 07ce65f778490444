using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Names;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Export;

/// <summary>Writes the cells of names: leaders one below the other, units in a row, as the table named them.</summary>
static class NameCells
{
    const string Nobody = "无";

    /// <summary>Leaders as written, or by name where their cell had them mixed into one another.</summary>
    public static CellContent Leaders(IReadOnlyList<ResponsibleLeader> leaders)
    {
        var mixed = leaders.GroupBy(l => l.AsWritten).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return CellContent.Plain(leaders.OrderBy(l => l.Position).Select(l => mixed.Contains(l.AsWritten) ? l.DisplayName : l.AsWritten));
    }

    /// <summary>Lead units; collective names among them stand last.</summary>
    public static CellContent Leads(IReadOnlyList<ResponsibleUnit> units)
    {
        var groups = units.Where(u => CollectiveName.TakeApart(u.AsWritten).Group is not null).Select(u => u.AsWritten).ToList();
        return Cell([.. units.Where(u => CollectiveName.TakeApart(u.AsWritten).Group is null)], groups);
    }

    public static CellContent Supports(IReadOnlyList<ResponsibleUnit> units, IReadOnlyList<ResponsibleGroup> groups) =>
        units.Count + groups.Count == 0 ? CellContent.Plain(Nobody) : Cell(units, [.. groups.Select(g => g.AsWritten)]);

    static CellContent Cell(IReadOnlyList<ResponsibleUnit> units, IReadOnlyList<string> groups)
    {
        var words = new List<string>();
        var waiting = new Queue<string>(groups);
        for (var i = 0; i < units.Count; i++)
        {
            var unit = units[i].AsWritten;
            // A unit that is the example of a group (东坑镇等相关镇街) is written with it.
            if (waiting.Any(g => ExampleOf(g) == unit))
            {
                string group;
                do words.Add(group = waiting.Dequeue());
                while (ExampleOf(group) != unit);
            }
            else words.Add(unit);
            if (i + 1 < units.Count && IsInside(units[i + 1].AsWritten, unit)) i++;
        }

        return CellContent.Plain(Paragraphs(words.Concat(waiting)));
    }

    static string? ExampleOf(string group) => CollectiveName.TakeApart(group).Unit;

    /// <summary>The second unit of 甲具体负责（乙协调督促） stands in the words of the first.</summary>
    static bool IsInside(string unit, string words) =>
        words.Length > unit.Length + 2 && Width.Fold(words).EndsWith($"({Width.Fold(unit)})", StringComparison.Ordinal);

    /// <summary>A bracket left open would swallow the names behind it, but ends with its paragraph.</summary>
    static IEnumerable<string> Paragraphs(IEnumerable<string> names)
    {
        var line = "";
        foreach (var name in names)
        {
            line += line.Length == 0 ? name : $"、{name}";
            if (!LeavesOpen(name)) continue;
            yield return line;
            line = "";
        }

        yield return line;
    }

    static bool LeavesOpen(string name)
    {
        var depth = 0;
        foreach (var c in Width.Fold(name))
            depth = c is '(' or '[' ? depth + 1 : c is ')' or ']' ? Math.Max(0, depth - 1) : depth;
        return depth > 0;
    }
}
