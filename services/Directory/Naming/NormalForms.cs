using System.Text;

namespace Suite.Directory.Naming;

/// <summary>One form of a name, and what had to be taken away for it.</summary>
public readonly record struct NormalForm(string Text, MatchReason Reason);

/// <summary>
/// Forms of a name from the strictest to the loosest: what is taken away is what documents add or leave out without meaning
/// another body. Two names that meet in a strict form are nearer than two that meet in a loose one.
/// </summary>
public sealed class NormalForms(string city)
{
    /// <summary>What is left of a name must still tell something: shorter rests keep their prefix or suffix.</summary>
    const int ShortestRest = 2;

    const int LongestAbbreviation = 4;

    static readonly string[] Suffixes = ["委员会", "人民政府", "办事处", "委", "局"];

    readonly string[] _prefixes = city.Length == 0 ? [] : [Compact(city), Compact(city)[^1..]];
    readonly string _stem = city.Length <= 1 ? "" : Compact(city)[..^1];

    /// <summary>
    /// Seven forms, some perhaps equal, in this order: compatibility width and no white space; no brackets and what they hold (hosts,
    /// roles); no prefix of the city's own (东莞市, 市); no suffix by which offices of one rank are told apart only in print (局, 委,
    /// 委员会; 人民政府 and 办事处 of towns and sub-districts), with and without the prefix; no 和 between a name's parts, with and without the suffix.
    /// </summary>
    public IReadOnlyList<NormalForm> Of(string name)
    {
        var compact = Compact(name);
        var bare = OrIfEmpty(WithoutBrackets(compact), compact);
        var local = WithoutPrefix(bare);
        var joined = WithoutConnectives(local);
        return
        [
            new(compact, MatchReason.Spacing), new(bare, MatchReason.Brackets), new(local, MatchReason.CityPrefix),
            new(WithoutSuffix(bare), MatchReason.RankSuffix), new(WithoutSuffix(local), MatchReason.RankSuffix),
            new(joined, MatchReason.Connective), new(WithoutSuffix(joined), MatchReason.Connective),
        ];
    }

    /// <summary>
    /// The forms of a written name: those of <see cref="Of"/>, and where it begins with the city without its 市 (东莞教育局), also without
    /// that. Known names keep it: 东莞海关 is not the 海关 of another place.
    /// </summary>
    public IReadOnlyList<NormalForm> OfWritten(string name)
    {
        var forms = Of(name);
        var local = forms[2].Text;
        if (_stem.Length == 0 || !local.StartsWith(_stem, StringComparison.Ordinal) || local.Length < _stem.Length + ShortestRest) return forms;
        var rest = local[_stem.Length..];
        return [.. forms, new(rest, MatchReason.CityPrefix), new(WithoutSuffix(rest), MatchReason.RankSuffix)];
    }

    /// <summary>The form in which names are compared for similarity.</summary>
    public string Comparable(string name)
    {
        var compact = Compact(name);
        return Shortened(WithoutConnectives(WithoutPrefix(OrIfEmpty(WithoutBrackets(compact), compact))));
    }

    /// <summary>
    /// The forms in which a written name is compared. A short one that begins with 市 may mean it as the city's prefix or as the first
    /// character of an abbreviation (市监局 is 市场监管局), so it is compared both ways.
    /// </summary>
    public IReadOnlyList<string> ComparableWritten(string name)
    {
        var (stripped, whole) = (Comparable(name), Shortened(Compact(name)));
        return _prefixes.Length > 0 && whole.Length <= LongestAbbreviation && whole.Length == stripped.Length + 1 && whole.StartsWith(_prefixes[1], StringComparison.Ordinal)
            ? [stripped, whole] : [stripped];
    }

    /// <summary>NFKC without white space; text that is not well-formed Unicode gets replacement characters.</summary>
    public static string Compact(string name)
    {
        var runes = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) runes.Append(rune);
        return string.Concat(runes.ToString().Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>True for the last characters of names that stand for an office's rank.</summary>
    public static bool IsRankSuffix(char c) => c is '局' or '委' or '办' or '厅' or '署';

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
        var suffix = Array.Find(Suffixes, s => name.EndsWith(s, StringComparison.Ordinal));
        return suffix is null || name.Length < suffix.Length + ShortestRest ? name : name[..^suffix.Length];
    }

    /// <summary>和 only between two parts of at least two characters: 和平 and 共和 are names of places.</summary>
    static string WithoutConnectives(string name) => name.Contains('和')
        ? string.Concat(name.Where((c, at) => c != '和' || at < ShortestRest || at >= name.Length - ShortestRest))
        : name;

    /// <summary>Long suffixes by their short ones, so that a name and its abbreviation end alike.</summary>
    static string Shortened(string name) => name
        .Replace("委员会", "委", StringComparison.Ordinal).Replace("办公室", "办", StringComparison.Ordinal);

    static string OrIfEmpty(string text, string otherwise) => text.Length == 0 ? otherwise : text;
}
