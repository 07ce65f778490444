using System.Text;

namespace Suite.Directory.Naming;

/// <summary>
/// Forms of a name from the strictest to the loosest: what is taken away is what documents add or leave out without meaning
/// another body. Two names that meet in a strict form are nearer than two that meet in a loose one.
/// </summary>
public sealed class NormalForms(string city)
{
    /// <summary>What is left of a name must still tell something: shorter rests keep their prefix or suffix.</summary>
    const int ShortestRest = 2;

    readonly string[] _prefixes = city.Length == 0 ? [] : [Compact(city), Compact(city)[^1..]];

    /// <summary>
    /// Five forms, some perhaps equal, in this order: compatibility width and no white space; no brackets and what they hold (hosts, roles); no
    /// prefix of the city's own (东莞市, 市); no suffix by which offices of one rank are told apart only in print (局, 委, 委员会).
    /// </summary>
    public IReadOnlyList<string> Of(string name)
    {
        var compact = Compact(name);
        var bare = OrIfEmpty(WithoutBrackets(compact), compact);
        var local = WithoutPrefix(bare);
        return [compact, bare, local, WithoutSuffix(bare), WithoutSuffix(local)];
    }

    /// <summary>The form in which names are compared for similarity.</summary>
    public string Comparable(string name) => WithoutPrefix(OrIfEmpty(WithoutBrackets(Compact(name)), Compact(name)));

    /// <summary>NFKC without white space; text that is not well-formed Unicode gets replacement characters.</summary>
    public static string Compact(string name)
    {
        var runes = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) runes.Append(rune);
        return string.Concat(runes.ToString().Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>Brackets may hold brackets; one that is never closed stays, as does what follows it.</summary>
    static string WithoutBrackets(string name)
    {
        var rest = new StringBuilder(name.Length);
        var opened = new Stack<int>();
        foreach (var c in name)
        {
            if (c is '(' or '[' or '〔' or '【') opened.Push(rest.Length);
            rest.Append(c);
            if (c is ')' or ']' or '〕' or '】' && opened.TryPop(out var start)) rest.Length = start;
        }

        return rest.ToString();
    }

    string WithoutPrefix(string name)
    {
        var prefix = _prefixes.FirstOrDefault(p => name.StartsWith(p, StringComparison.Ordinal));
        return prefix is null || name.Length < prefix.Length + ShortestRest ? name : name[prefix.Length..];
    }

    static string WithoutSuffix(string name)
    {
        var suffix = new[] { "委员会", "委", "局" }.FirstOrDefault(s => name.EndsWith(s, StringComparison.Ordinal));
        return suffix is null || name.Length < suffix.Length + ShortestRest ? name : name[..^suffix.Length];
    }

    static string OrIfEmpty(string text, string otherwise) => text.Length == 0 ? otherwise : text;
}
