using System.Globalization;

namespace Suite.Tasks.Export;

/// <summary>
/// The rows that name sections. A plan keeps a section as the names it lies under (A > B); each is a row of its own, the inner ones numbered, and
/// what is still in force from above is not repeated.
/// </summary>
sealed class SectionRows(IReadOnlyList<LaidTask> tasks)
{
    /// <summary>How deep numbers tell one kind of row from another; what lies deeper stays in one row.</summary>
    const int Deepest = 3;

    static readonly string[] Numerals =
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九"];

    readonly Dictionary<string, string> _outer = tasks.Where(t => t.Section.Length > 0).GroupBy(t => Names(t.Section)[0])
        .ToDictionary(s => s.Key, s => SectionTitles.Source(s.Key, s.SelectMany(t => t.Content.Requirement.Sources)));

    readonly int[] _counts = new int[Deepest];
    string[] _above = [];

    /// <summary>The outermost sections, as their rows call them.</summary>
    public IReadOnlyCollection<string> Outermost => _outer.Values;

    /// <summary>The rows above these tasks, which share a section.</summary>
    public IReadOnlyList<string> Above(List<LaidTask> run)
    {
        var names = Names(run[0].Section);
        var kept = names.Zip(_above).TakeWhile(pair => pair.First == pair.Second).Count();
        // A section that goes on behind one inside it, or begins anew without a requirement, is named again from the outside.
        if (kept == names.Length) kept = 0;
        _above = names;
        return [.. Enumerable.Range(kept, names.Length - kept).Select(depth => Row(names[depth], depth, depth == names.Length - 1 ? run : null))];
    }

    string Row(string name, int depth, List<LaidTask>? run)
    {
        _counts[depth]++;
        Array.Clear(_counts, depth + 1, Deepest - depth - 1);
        var source = depth == 0 ? _outer[name] : SectionTitles.Source(name, []);
        return Printable.Of($"{Prefix(depth)}{(run is null ? source : SectionTitles.Counted(source, name, run))}");
    }

    string Prefix(int depth) => depth switch
    {
        0 => "",
        1 => $"{Numeral(_counts[1])}、",
        _ => $"（{Numeral(_counts[2])}）",
    };

    /// <summary>Two signs at most: more are read as a name.</summary>
    static string Numeral(int count) => count <= Numerals.Length ? Numerals[count - 1] : Math.Min(count, 99).ToString(CultureInfo.InvariantCulture);

    static string[] Names(string section) => section.Length == 0 ? [] : section.Split(" > ", Deepest);
}
