using Suite.Directory.Units;

namespace Suite.Directory.Naming;

/// <summary>A name of a unit that is no more, and who took over.</summary>
public sealed record FormerName(string Name, IReadOnlyList<Named> Successors);

static class FormerNames
{
    /// <param name="gone">Units that have ended; a successor that has ended too hands on to its own.</param>
    /// <param name="present">Units that are there.</param>
    public static IReadOnlyList<FormerName> Of(IReadOnlyCollection<Unit> gone, IReadOnlyCollection<Unit> present)
    {
        var (ended, here) = (gone.ToDictionary(u => u.Id), present.ToDictionary(u => u.Id));
        return [.. gone.SelectMany(unit => unit.AsNamed().AllNames.Select(name => new FormerName(name, Heirs(unit, ended, here)))).Where(f => f.Successors.Count > 0)];
    }

    static List<Named> Heirs(Unit unit, Dictionary<string, Unit> ended, Dictionary<string, Unit> here)
    {
        var (seen, open, heirs) = (new HashSet<string>(), new Queue<string>(unit.Successors), new List<Named>());
        while (open.TryDequeue(out var id))
        {
            if (!seen.Add(id)) continue;
            if (here.TryGetValue(id, out var heir)) heirs.Add(heir.AsNamed());
            else if (ended.TryGetValue(id, out var between)) Array.ForEach(between.Successors, open.Enqueue);
        }

        return heirs;
    }
}
