using System.Text.RegularExpressions;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.Gateway.OpenApi;

/// <summary>
/// Names for the <c>*</c> of resource name patterns: <c>plans/*/tasks/*</c> reads <c>plans/{plan}/tasks/{number}</c>. They come from the
/// comment of the field, which shows the pattern; else a part is called as its collection, in the singular.
/// </summary>
sealed partial class PathNames
{
    // Two paths that differ only in what they call their parts are one path twice, so each pattern keeps its first names.
    readonly Dictionary<string, IReadOnlyList<string>> _known = [];

    /// <summary>The names of a variable's parts, in order.</summary>
    public IReadOnlyList<string> Of(PathVariable variable, string comment)
    {
        var pattern = string.Join('/', variable.Segments.Select(s => s[0] == '/' ? s[1..] : "*"));
        if (!_known.TryGetValue(pattern, out var names)) _known[pattern] = names = Shown(pattern, comment) ?? Singular(pattern, variable.Field);
        return names;
    }

    static List<string>? Shown(string pattern, string comment) => Template().Matches(comment)
        .Where(m => Part().Replace(m.Value, "*") == pattern)
        .Select(m => Part().Matches(m.Value).Select(p => p.Groups[1].Value).ToList()).FirstOrDefault();

    static List<string> Singular(string pattern, string field)
    {
        var parts = pattern.Split('/');
        return [.. parts.Select((part, at) => (part, at)).Where(p => p.part == "*").Select(p => p.at == 0 ? field : Singular(parts[p.at - 1]))];
    }

    static string Singular(string collection) => collection == "people" ? "person" : collection.TrimEnd('s');

    [GeneratedRegex(@"[a-z]+/\{[a-z]+\}(/[a-z]+/\{[a-z]+\})*", RegexOptions.NonBacktracking)]
    private static partial Regex Template();

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
