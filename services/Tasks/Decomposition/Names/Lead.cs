namespace Suite.Tasks.Decomposition.Names;

/// <summary>Who leads, where one cell names all units of a task: by custom the first, unless the words say who does (甲局牵头，乙局、丙局配合).</summary>
internal static class Lead
{
    /// <summary>Moves the others to those that support; true where there was anyone to move.</summary>
    internal static bool Divide(List<UnitRef> leads, List<GroupRef> leadGroups, List<UnitRef> supports, List<GroupRef> groups)
    {
        var count = leads.FindLastIndex(u => u.Role is "牵头" or "牵头负责" or "统筹" or "统筹协调") + 1;
        if (count == 0) count = Math.Min(1, leads.Count);
        if (leads.Count + leadGroups.Count <= Math.Max(1, count)) return false;
        supports.InsertRange(0, leads.Skip(count));
        leads.RemoveRange(count, leads.Count - count);
        var leading = leads.Count > 0 ? 0 : 1;
        groups.InsertRange(0, leadGroups.Skip(leading));
        leadGroups.RemoveRange(leading, leadGroups.Count - leading);
        return true;
    }
}
