using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Suite.Directory.Seeding;

/// <summary>One unit, group or person of the file, read key by key; what is wrong goes to the errors with its line.</summary>
sealed class SeedEntry
{
    const int LongestText = 200;

    readonly YamlMappingNode _node;
    readonly string _what;
    readonly SeedErrors _errors;

    public SeedEntry(YamlMappingNode node, string what, SeedErrors errors, params string[] keys)
    {
        (_node, _errors) = (node, errors);
        _what = $"{what} '{(node.Children.TryGetValue("id", out var id) && id is YamlScalarNode { Value: { } text } ? text : "?")}'";
        foreach (var key in node.Children.Keys.Where(k => k is not YamlScalarNode { Value: { } name } || !keys.Contains(name)))
            Wrong($"has a key '{key}'; it may have {string.Join(", ", keys)}", key.Start.Line);
        Id = Required("id");
        if (Id.Length > 0 && !ResourceNames.IsId(Id)) Wrong("must have an id of 1 to 40 of a-z, 0-9 and '-'");
    }

    public string Id { get; }

    public long Line => _node.Start.Line;

    public void Wrong(string what, long? line = null) => _errors.Add(line ?? Line, $"{_what} {what}.");

    public string Required(string key)
    {
        var text = Optional(key);
        if (text.Length == 0) Wrong($"needs '{key}'");
        return text;
    }

    public string Optional(string key)
    {
        if (!_node.Children.TryGetValue(key, out var node)) return "";
        return node is YamlScalarNode scalar ? Checked(scalar, key) : Refused(node, key, "must be a text");
    }

    public string[] List(string key)
    {
        if (!_node.Children.TryGetValue(key, out var node)) return [];
        if (node is YamlSequenceNode list && list.All(item => item is YamlScalarNode))
            return [.. list.Cast<YamlScalarNode>().Select(item => Checked(item, key))];
        Wrong($"must have a list of texts as '{key}'", node.Start.Line);
        return [];
    }

    public int Number(string key, int lowest, int highest)
    {
        if (int.TryParse(Required(key), CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest) return number;
        Wrong($"must have {lowest} to {highest} as '{key}'");
        return lowest;
    }

    string Checked(YamlScalarNode scalar, string key)
    {
        var text = scalar.Value ?? "";
        if (text.Trim().Length == 0) return Refused(scalar, key, "must not be empty");
        if (text.Length > LongestText) return Refused(scalar, key, $"must be at most {LongestText} characters");
        return text.Contains('\0') ? Refused(scalar, key, "must not hold U+0000") : text;
    }

    string Refused(YamlNode node, string key, string expected)
    {
        Wrong($"has a wrong '{key}': it {expected}", node.Start.Line);
        return "";
    }
}
