using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>
/// The section in force. 一、 holds （一）, which holds the ones numbered otherwise; nested names are joined by " &gt; ". A title without a
/// number of its kind begins anew.
/// </summary>
internal sealed class SectionPath
{
    private readonly List<(int Level, string Name)> names = [];

    internal string Name => string.Join(" > ", names.Select(n => n.Name));

    internal void Enter(string title)
    {
        var folded = Width.Fold(title);
        var level = Level(folded);
        names.RemoveAll(n => n.Level >= level);
        names.Add((level, SectionTitle.Name(title[Behind(folded)..])));
    }

    private static int Level(string folded) => folded switch
    {
        ['第', ..] when Behind(folded) > 0 => 1,
        [var c, ..] when Enumerator.End(folded, 0) > 0 => c == '(' ? 3 : 2,
        _ => 0,
    };

    private static int Behind(string folded)
    {
        if (folded.Length == 0 || folded[0] != '第') return Enumerator.End(folded, 0) is var end && end < folded.Length ? end : 0;
        var part = folded.AsSpan(0, Math.Min(folded.Length, 8)).IndexOfAny("章篇");
        if (part < 0) part = folded.AsSpan(0, Math.Min(folded.Length, 8)).IndexOf("部分") is var found && found > 0 ? found + 1 : -1;
        return part > 1 && part + 1 < folded.Length ? part + 1 : 0;
    }
}
