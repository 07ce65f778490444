using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Names;

/// <summary>The units and groups a cell names, each once. A plan names the same few hundred in every row, so each is read, and kept, once.</summary>
internal sealed class UnitCellReader
{
    private readonly Dictionary<string, Named> names = [];

    internal (List<UnitRef> Units, List<GroupRef> Groups) Read(CellText cell)
    {
        var units = new List<UnitRef>();
        var groups = new List<GroupRef>();
        if (NameCell.SaysNone(cell.Folded)) return (units, groups);
        foreach (var span in NameCell.Split(cell))
        {
            var named = Name(cell.Text.AsSpan(span.Start, span.Length));
            units.AddRange(named.Units);
            if (named.Group is not null) groups.Add(named.Group);
        }
        return (units.Count < 2 ? units : [.. units.DistinctBy(u => (u.Name, u.Host, u.Role))],
            groups.Count < 2 ? groups : [.. groups.DistinctBy(g => (g.Name, UnitName.Role(g.AsWritten)))]);
    }

    private Named Name(ReadOnlySpan<char> words)
    {
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(words, out var named)) return named;
        var written = words.ToString();
        return names[written] = Named.Of(written);
    }

    /// <summary>What one name in a cell stands for.</summary>
    private sealed record Named(UnitRef[] Units, GroupRef? Group)
    {
        internal static Named Of(string written)
        {
            if (!written.Any(char.IsLetterOrDigit)) return new Named([], null);
            var (single, group) = CollectiveName.TakeApart(written);
            return new Named(single is null ? [] : [.. UnitName.Read(single)], group is null ? null : new GroupRef(written, Width.WideBrackets(UnitName.WithoutRole(group))));
        }
    }
}
