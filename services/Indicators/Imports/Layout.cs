using Suite.Errors.V1;
using Suite.Indicators.Periods;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Imports;

/// <summary>What the columns of a table hold, found from its heading and a mapping.</summary>
/// <param name="Periods">Columns that hold the values of a period each.</param>
public sealed record Layout(IReadOnlyDictionary<ColumnRole, int> Columns, IReadOnlyList<(int Column, string Period)> Periods)
{
    /// <summary>The heading as mappings are remembered by.</summary>
    public static string Heading(IEnumerable<string> cells) => string.Join('\t', cells.Select(c => c.Trim()).Where(c => c.Length > 0 && Period.Read(c) is null).Order(StringComparer.Ordinal));

    /// <exception cref="ProblemException">UNREADABLE_DOCUMENT.</exception>
    public static Layout Of(TableRow heading, Mapping mapping, ImportedKind kind)
    {
        var (columns, periods) = (new Dictionary<ColumnRole, int>(), new List<(int, string)>());
        foreach (var (at, cell) in heading.Cells.Index())
        {
            var name = cell.Trim();
            var role = mapping.Columns.TryGetValue(name, out var given) ? ColumnRoles.Read(given) : ColumnRoles.Usual(name);
            if (role is null && Period.Read(name) is not null) periods.Add((at, name));
            else if (role is { } known and not ColumnRole.Ignore && !(known == ColumnRole.Target && kind == ImportedKind.Figures) && !columns.TryAdd(known, at)) throw Unreadable(heading.Line, $"two columns hold the {known}; map one of them to 'ignore'");
        }

        var missing = Missing(columns, periods, mapping, kind).ToList();
        return missing.Count == 0 ? new(columns, periods) : throw Unreadable(heading.Line,
            $"no column tells {string.Join(", ", missing)}; the heading is {string.Join(" | ", heading.Cells.Take(20))}. A mapping can name the columns");
    }

    static IEnumerable<string> Missing(Dictionary<ColumnRole, int> columns, List<(int, string)> periods, Mapping mapping, ImportedKind kind)
    {
        if (!columns.ContainsKey(ColumnRole.Indicator) && mapping.Definition.Length == 0) yield return "the indicator (指标)";
        if (!columns.ContainsKey(ColumnRole.Entity) && mapping.Entity.Length == 0) yield return "the entity (镇街)";
        if (!columns.ContainsKey(ColumnRole.Period) && mapping.Period.Length == 0 && periods.Count == 0) yield return "the period (时期)";
        if (kind == ImportedKind.Targets)
        {
            if (periods.Count == 0 && !columns.ContainsKey(ColumnRole.Target) && !columns.ContainsKey(ColumnRole.PeriodValue)) yield return "the target (目标)";
        }
        else if (periods.Count == 0 && !columns.Keys.Any(c => c is ColumnRole.PeriodValue or ColumnRole.YearToDateValue or ColumnRole.Growth or ColumnRole.Note)) yield return "a value (本期, 累计)";
    }

    static ProblemException Unreadable(int line, string what) => Problems.Because(Reason.UnreadableDocument, $"line {line}: {what}.");
}
