using Suite.Directory.Naming;
using Suite.Directory.People;
using Suite.Directory.Units;

namespace Suite.Directory.Seeding;

/// <summary>What must hold between the things of a seed file.</summary>
sealed class SeedChecks(
    List<Placed<Unit>> units, List<Placed<SeedGroup>> groups, List<Placed<Person>> people, string jurisdiction, SeedErrors errors)
{
    readonly HashSet<string> _unitIds = [.. units.Select(u => u.Value.Id)];

    public void Run()
    {
        if (!units.Exists(u => u.Value.Id == jurisdiction && u.Value.Kind == UnitKind.City))
            errors.Add(1, $"'jurisdiction' must be the id of a unit of kind city, not '{jurisdiction}'.");
        Identifiers();
        Names();
        References();
        Circles();
        Members();
    }

    void Identifiers()
    {
        var taken = new HashSet<string>();
        var entries = units.Select(u => u.Entry).Concat(groups.Select(g => g.Entry)).Concat(people.Select(p => p.Entry));
        foreach (var entry in entries.Where(e => e.Id.Length > 0 && !taken.Add(e.Id))) entry.Wrong("has an id that stands above already");
    }

    /// <summary>A name must decide for one unit or group, also when white space and width differ.</summary>
    void Names()
    {
        var owners = new Dictionary<string, SeedEntry>();
        var names = units.Select(u => (u.Entry, Names: u.Value.Aliases.Append(u.Value.Name).Append(u.Value.ShortName)))
            .Concat(groups.Select(g => (g.Entry, Names: g.Value.Group.Aliases.Append(g.Value.Group.Name))));
        foreach (var (entry, own) in names)
        foreach (var name in own.Where(n => n.Length > 0))
        {
            if (!owners.TryAdd(NormalForms.Compact(name), entry) && owners[NormalForms.Compact(name)] is var owner && owner != entry)
                entry.Wrong($"has the name '{name}', which '{owner.Id}' (line {owner.Line}) has already");
        }
    }

    void References()
    {
        foreach (var (unit, entry) in units)
        {
            if (unit.ParentId is { } parent && !_unitIds.Contains(parent)) entry.Wrong($"has the parent '{parent}', which is no unit here");
            if (unit.HostId is { } host && !_unitIds.Contains(host)) entry.Wrong($"has the host '{host}', which is no unit here");
        }
    }

    /// <summary>Parents and hosts together must lead to the root, or nobody could say who answers for whom.</summary>
    void Circles()
    {
        var above = units.DistinctBy(u => u.Value.Id).ToDictionary(
            u => u.Value.Id, u => new[] { u.Value.ParentId, u.Value.HostId }.OfType<string>().Where(_unitIds.Contains).ToList());
        var settled = new HashSet<string>();
        bool progress;
        do
        {
            var next = above.Where(u => !settled.Contains(u.Key) && u.Value.TrueForAll(settled.Contains)).Select(u => u.Key).ToList();
            settled.UnionWith(next);
            progress = next.Count > 0;
        }
        while (progress);
        foreach (var (_, entry) in units.Where(u => !settled.Contains(u.Value.Id))) entry.Wrong("is above itself: its parents and hosts form a circle");
    }

    void Members()
    {
        foreach (var (group, entry) in groups)
        {
            if (group.Group.Kinds.Length > 0 == group.Members.Length > 0) entry.Wrong("must have either 'kinds' or 'members'");
            if (group.Members.Distinct().Count() < group.Members.Length) entry.Wrong("lists a member twice");
            foreach (var member in group.Members.Where(m => m.Length > 0 && !_unitIds.Contains(m))) entry.Wrong($"has the member '{member}', which is no unit here");
        }
    }
}
