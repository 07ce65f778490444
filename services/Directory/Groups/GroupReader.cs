using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;
using Suite.Directory.Units;

namespace Suite.Directory.Groups;

/// <summary>A group with its members of a day, in order of their identifiers.</summary>
/// <param name="Listed">Resource names of the units and groups it lists itself.</param>
public sealed record ExpandedGroup(UnitGroup Group, IReadOnlyList<Unit> Members, IReadOnlyList<string> Listed);

/// <summary>Reads groups and expands them.</summary>
public sealed class GroupReader(DirectoryDbContext db)
{
    /// <param name="after">Identifier of the last group shown; null for the first page.</param>
    public async Task<IReadOnlyList<UnitGroup>> ListAsync(string? after, int limit, CancellationToken cancellation)
    {
        var groups = db.Groups.AsNoTracking();
        if (after is not null) groups = groups.Where(g => string.Compare(g.Id, after) > 0);
        return await groups.OrderBy(g => g.Id).Take(limit).ToListAsync(cancellation);
    }

    /// <summary>The groups that exist among those asked for, by identifier; four queries however many there are.</summary>
    public async Task<IReadOnlyDictionary<string, ExpandedGroup>> ExpandAsync(
        IReadOnlyCollection<string> ids, DateOnly day, CancellationToken cancellation)
    {
        var nesting = new GroupNestings(await db.GroupNestings.AsNoTracking().Where(n => n.Since <= day && (n.Until == null || n.Until > day)).ToListAsync(cancellation));
        var within = ids.SelectMany(nesting.Within).ToHashSet();
        var groups = await db.Groups.AsNoTracking().Where(g => within.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellation);
        var kinds = groups.Values.SelectMany(g => g.Kinds).Distinct().ToList();
        var ofKind = kinds.Count == 0
            ? []
            : await db.UnitsOn(day).Where(u => kinds.Contains(u.Kind)).ToListAsync(cancellation);
        var listed = await (
            from member in db.GroupMembers
            where within.Contains(member.GroupId) && member.Since <= day && (member.Until == null || member.Until > day)
            join unit in db.UnitsOn(day) on member.UnitId equals unit.Id
            select new { member.GroupId, Unit = unit }).AsNoTracking().ToListAsync(cancellation);
        var byGroup = listed.ToLookup(m => m.GroupId, m => m.Unit);
        return ids.Distinct().Where(groups.ContainsKey).ToDictionary(id => id, id => new ExpandedGroup(
            groups[id],
            !groups[id].IsOn(day) ? [] : InOrder(nesting.Within(id).Where(g => groups.ContainsKey(g) && groups[g].IsOn(day)).SelectMany(g => ofKind.Where(u => groups[g].Kinds.Contains(u.Kind)).Concat(byGroup[g]))),
            !groups[id].IsOn(day) ? [] : [.. byGroup[id].Select(u => ResourceNames.Unit(u.Id)).Concat(nesting.Inner(id).Select(ResourceNames.Group)).Order(StringComparer.Ordinal)]));
    }

    static List<Unit> InOrder(IEnumerable<Unit> units) => [.. units.DistinctBy(u => u.Id).OrderBy(u => u.Id, StringComparer.Ordinal)];
}
