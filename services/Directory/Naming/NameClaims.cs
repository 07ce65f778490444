using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Naming;

/// <summary>The names that one command gives: a name stands for one unit or group on a day.</summary>
public sealed class NameClaims(NameCatalog names)
{
    readonly HashSet<string> _ending = [];
    readonly Dictionary<string, string> _given = [];

    /// <summary>Leaves the names of what ends in this command to others.</summary>
    public void Free(string resource) => _ending.Add(resource);

    /// <exception cref="ProblemException">ALREADY_EXISTS for a name of another body.</exception>
    public async Task ClaimAsync(Named named, DateOnly day, CancellationToken cancellation)
    {
        var bodies = (await names.BeforeChangesAsync(day, cancellation)).Bodies;
        foreach (var name in named.AllNames)
        {
            var others = bodies.BearersOf(name).Select(b => b.Resource).Where(b => b != named.Resource && !_ending.Contains(b));
            if (_given.TryGetValue(NormalForms.Compact(name), out var given) && given != named.Resource) others = others.Append(given);
            if (others.FirstOrDefault() is { } other)
                throw new ProblemException(new(Reason.AlreadyExists, $"'{name}' is a name of {other} on {CityCalendar.Text(day)}.") { Resource = new("name", other) });
            _given[NormalForms.Compact(name)] = named.Resource;
        }
    }
}
