using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Units;

/// <summary>Where a unit stands, as its latest facts say.</summary>
public sealed record UnitPlace(string Id, UnitKind Kind, string? ParentId, string? HostId, DateOnly? Since, DateOnly? Until)
{
    public bool IsOn(DateOnly day) => !(Since > day) && !(Until <= day);
}

/// <summary>All units by their places: what must hold between them.</summary>
public sealed class UnitTree(IEnumerable<UnitPlace> places)
{
    readonly Dictionary<string, UnitPlace> _places = places.ToDictionary(p => p.Id);

    /// <summary>The unit below which new ones stand that say nothing else.</summary>
    public string? Root => _places.Values.FirstOrDefault(p => p is { Kind: UnitKind.City, ParentId: null })?.Id;

    public bool Has(string id) => _places.ContainsKey(id);

    public bool Has(string id, DateOnly day) => _places.TryGetValue(id, out var place) && place.IsOn(day);

    /// <summary>Parents and hosts together must lead to the root, or nobody could say who answers for whom.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public void CheckPlace(Unit unit, DateOnly day, string prefix)
    {
        if (unit.ParentId is null && Root is { } root && root != unit.Id) throw Problems.InvalidField($"{prefix}parent", $"must be given: only {root} is the root.");
        foreach (var (field, id) in new[] { ("parent", unit.ParentId), ("host", unit.HostId) })
        {
            if (id is null) continue;
            if (!Has(id, day)) throw Problems.InvalidField($"{prefix}{field}", $"must be a unit that is there on {CityCalendar.Text(day)}; '{id}' is not.");
            if (LeadsTo(id, unit.Id)) throw Problems.InvalidField($"{prefix}{field}", $"must not be the unit itself or one below it; '{id}' is.");
        }
    }

    /// <summary>The first unit that stands below this one or is housed by it on that day or later; null for none.</summary>
    /// <param name="besides">Units that do not count.</param>
    public string? Dependent(string id, DateOnly day, IReadOnlyCollection<string> besides) =>
        _places.Values.Where(p => (p.ParentId == id || p.HostId == id) && !(p.Until <= day)).Select(p => p.Id).Except(besides)
            .Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Puts a unit in, or where it is now.</summary>
    public void Set(Unit unit) => _places[unit.Id] = new(unit.Id, unit.Kind, unit.ParentId, unit.HostId, unit.Since, unit.Until);

    /// <summary>Puts a unit where it stands from now on; since when it is there stays.</summary>
    public void Move(Unit unit) => _places[unit.Id] = _places[unit.Id] with { Kind = unit.Kind, ParentId = unit.ParentId, HostId = unit.HostId };

    bool LeadsTo(string from, string to)
    {
        var (seen, open) = (new HashSet<string>(), new Stack<string>([from]));
        while (open.TryPop(out var id))
        {
            if (id == to) return true;
            if (!seen.Add(id) || !_places.TryGetValue(id, out var place)) continue;
            if (place.ParentId is { } parent) open.Push(parent);
            if (place.HostId is { } host) open.Push(host);
        }

        return false;
    }
}
