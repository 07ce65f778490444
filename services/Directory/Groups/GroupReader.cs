using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;
using Suite.Directory.Units;

namespace Suite.Directory.Groups;

/// <summary>A group with its members of a day, in order of their identifiers.</summary>
public sealed record ExpandedGroup(UnitGroup Group, IReadOnlyList<Unit> Members);

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

    /// <summary>The groups that exist among those asked for, by identifier; three queries however many there are.</summary>
    public async Task<IReadOnlyDictionary<string, ExpandedGroup>> ExpandAsync(
        IReadOnlyCollection<string> ids, DateOnly day, CancellationToken cancellation)
    {
        var groups = await db.Groups.AsNoTracking().Where(g => ids.Contains(g.Id)).ToListAsync(cancellation);
        var kinds = groups.SelectMany(g => g.Kinds).Distinct().ToList();
        var ofKind = kinds.Count == 0
            ? []
            : await db.UnitsOn(day).Where(u => kinds.Contains(u.Kind)).ToListAsync(cancellation);
        var listed = await (
            from member in db.GroupMembers
            join unit in db.UnitsOn(day) on member.UnitId equals unit.Id
            where ids.Contains(member.GroupId)
            select new { member.GroupId, Unit = unit }).AsNoTracking().ToListAsync(cancellation);
        var byGroup = listed.ToLookup(m => m.GroupId, m => m.Unit);
        return groups.ToDictionary(g => g.Id, g => new ExpandedGroup(g, InOrder(ofKind.Where(u => g.Kinds.Contains(u.Kind)), byGroup[g.Id])));
    }

    static List<Unit> InOrder(IEnumerable<Unit> byRule, IEnumerable<Unit> byList) =>
        [.. byRule.Concat(byList).DistinctBy(u => u.Id).OrderBy(u => u.Id, StringComparer.Ordinal)];
}
