using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Names;

/// <summary>The units and groups a cell names, each once.</summary>
internal static class UnitCellReader
{
    internal static (List<UnitRef> Units, List<GroupRef> Groups) Read(CellText cell)
    {
        var units = new List<UnitRef>();
        var groups = new List<GroupRef>();
        if (NameCell.SaysNone(cell.Folded)) return (units, groups);
        foreach (var span in NameCell.Split(cell))
        {
            var written = cell.At(span);
            if (!written.Any(char.IsLetterOrDigit)) continue;
            var (single, group) = CollectiveName.TakeApart(written);
            if (single is not null) units.AddRange(UnitName.Read(single));
            if (group is not null) groups.Add(new GroupRef(written, Width.WideBrackets(group)));
        }
        return ([.. units.DistinctBy(u => (u.Name, u.Host, u.Role))], [.. groups.DistinctBy(g => g.Name)]);
    }
}
