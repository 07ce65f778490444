using System.Text.Json;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>What the directory will do: names to canonical ones, by alias, or by the one unit whose name only adds characters.</summary>
internal sealed class UnitNames
{
    private readonly Dictionary<string, string> aliases = [];
    private readonly List<string> units;

    internal UnitNames(string folder)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "aliases.json")));
        foreach (var alias in file.RootElement.GetProperty("aliases").EnumerateArray())
            aliases[alias.GetProperty("as_written").GetString()!] = alias.GetProperty("canonical").GetString()!;
        using var names = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "units.json")));
        units = [.. names.RootElement.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("name").GetString()!)];
    }

    internal string Resolve(string name)
    {
        if (aliases.TryGetValue(name, out var canonical)) return canonical;
        if (units.Contains(name)) return name;
        var longer = units.Where(u => IsShortFor(name, u)).ToList();
        return longer.Count == 1 ? longer[0] : name;
    }

    private static bool IsShortFor(string name, string unit)
    {
        var at = 0;
        foreach (var c in unit)
            if (at < name.Length && name[at] == c) at++;
        return at == name.Length;
    }
}
