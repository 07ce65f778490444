namespace Suite.Directory.Groups;

/// <summary>Which groups lie in which.</summary>
public sealed class GroupNestings(IEnumerable<GroupNesting> nestings)
{
    readonly ILookup<string, string> _inner = nestings.ToLookup(n => n.GroupId, n => n.InnerId);

    /// <summary>The groups that a group lists itself.</summary>
    public IEnumerable<string> Inner(string id) => _inner[id];

    /// <summary>The group itself and all that lie in it, each once.</summary>
    public IReadOnlySet<string> Within(string id)
    {
        var (seen, open) = (new HashSet<string>(), new Stack<string>([id]));
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next)) continue;
            foreach (var inner in _inner[next]) open.Push(inner);
        }

        return seen;
    }
}
