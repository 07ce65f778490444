using Suite.Directory.Naming;
using Suite.Directory.Units;

namespace Suite.Directory.Import;

/// <summary>A row about a unit, read. Null is what the row does not say.</summary>
sealed record UnitLine(TableOutcome Table, ImportRow Row, string Id, DateOnly Day)
{
    string? Name { get; init; }

    string? ShortName { get; init; }

    string? EnglishName { get; init; }

    UnitKind? Kind { get; init; }

    string? ParentId { get; init; }

    /// <summary>Empty where the row says that there is none.</summary>
    string? HostId { get; init; }

    IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Identifiers that must be there before.</summary>
    public IEnumerable<string> Above => new[] { ParentId, HostId }.Where(id => !string.IsNullOrEmpty(id) && id != Id)!;

    public static UnitLine Read(TableOutcome table, ImportRow row, string id, ImportNames lookup, ImportRun run) =>
        new(table, row, id, run.DayOf(row, "since"))
        {
            Name = OrNull(ImportCells.Text(row, "name", run.Findings)), EnglishName = OrNull(ImportCells.Text(row, "english_name", run.Findings)),
            ShortName = row.Clears("short_name") ? "" : OrNull(ImportCells.Text(row, "short_name", run.Findings)),
            Kind = ImportCells.Kind(row, "kind", run.Findings), ParentId = Unit(row, "parent", lookup, run.Findings),
            HostId = row.Clears("host") ? "" : Unit(row, "host", lookup, run.Findings), Aliases = AliasesIn(row, run.Findings),
        };

    /// <summary>Null where the row does not say enough for a new unit; the findings tell what is missing.</summary>
    public Unit? Founded(ImportFindings findings)
    {
        if (!ImportCells.IsGiven(Row, "name", findings) || Name is null) return null;
        if (Kind is null && Row["kind"].Length == 0) findings.Error(Row, "kind", "CellMissing", TableColumns.Of(TableContent.Units).First(c => c.Key == "kind").Chinese);
        if (Kind is null) return null;
        return Changed(new Unit { Id = Id, Name = Name, EnglishName = Name, Kind = Kind.Value, Since = Day });
    }

    /// <summary>What the row makes of a unit; aliases are added, never taken away.</summary>
    public Unit Changed(Unit unit)
    {
        var changed = unit with
        {
            Name = Name ?? unit.Name, ShortName = ShortName ?? unit.ShortName, EnglishName = EnglishName ?? unit.EnglishName, Kind = Kind ?? unit.Kind,
            ParentId = ParentId ?? unit.ParentId, HostId = HostId is null ? unit.HostId : OrNull(HostId),
        };
        var known = changed.AsNamed().AllNames.ToHashSet();
        var added = Aliases.Where(a => !known.Contains(a)).ToList();
        return added.Count == 0 ? changed : changed with { Aliases = [.. changed.Aliases, .. added] };
    }

    static List<string> AliasesIn(ImportRow row, ImportFindings findings)
    {
        var aliases = row.List("aliases").Where(a => NormalForms.Compact(a).Length > 0).ToList();
        if (aliases.Find(a => a.Length > ImportCells.LongestText) is { } longest)
            findings.Error(row, "aliases", "CellTooLong", row.HeadingOf("aliases"), ImportCells.LongestText, longest.Length);
        return aliases;
    }

    static string? Unit(ImportRow row, string key, ImportNames lookup, ImportFindings findings) =>
        row[key].Length == 0 || row.Clears(key) ? null : lookup.Find(row, key, row[key], findings, ResourceNames.Units)?[(ResourceNames.Units.Length + 1)..];

    static string? OrNull(string text) => text.Length == 0 ? null : text;
}
