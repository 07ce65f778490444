namespace Suite.Directory.Tests.Naming;

/// <summary>What documents and their recognition make of names.</summary>
static class Variations
{
    public static Dictionary<string, Func<string, IEnumerable<string>>> All { get; } = new()
    {
        ["city prefix left out"] = name => name.StartsWith('市') && name.Length > 3 ? [name[1..]] : [],
        ["city prefix added"] = name => name.StartsWith('市') ? [$"东莞{name}", $"东莞{name[1..]}"] : name.StartsWith("东莞", StringComparison.Ordinal) ? [] : [$"市{name}", $"东莞市{name}"],
        ["suffix changed"] = name => name[^1] == '局' ? [$"{name[..^1]}委", $"{name[..^1]}委员会"] : name[^1] == '委' ? [$"{name[..^1]}局"] : [],
        ["spaces of recognition"] = name => [string.Join(' ', name.ToCharArray()), $"{name[..2]}　{name[2..]}"],
        ["one character unreadable"] = name => name.Length < 5 ? [] : Enumerable.Range(1, name.Length - 2).Select(at => $"{name[..at]}口{name[(at + 1)..]}"),
        ["one character lost"] = name => name.Length < 5 ? [] : Enumerable.Range(1, name.Length - 2).Select(at => name.Remove(at, 1)),
        ["two characters changed places"] = name => name.Length < 5 ? [] : [$"{name[..2]}{name[3]}{name[2]}{name[4..]}"],
        ["every second character"] = name => name.Length < 8 ? [] : [$"市{string.Concat(name[1..^1].Where((_, at) => at % 2 == 0))}{name[^1]}"],
    };
}
