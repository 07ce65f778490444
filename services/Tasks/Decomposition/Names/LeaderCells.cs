using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Names;

/// <summary>
/// Names of leaders as the cells show them. White space tells names apart, but scanning breaks names up (黎 军 冯 彬) and
/// mixes the two of a cell (黎冯 军彬), so the cell's words and the names seen in other cells decide together.
/// </summary>
internal sealed class LeaderCells
{
    private const int Certain = 1_000_000;
    private readonly Dictionary<string, int> support = [];
    private readonly Dictionary<string, (IReadOnlyList<string>, bool)> read = [];
    private readonly Dictionary<(string Name, string Characters), int> together = [];

    internal LeaderCells(IEnumerable<CellText> cells, IReadOnlyList<string> knownPeople)
    {
        foreach (var cell in cells)
        {
            var names = LeaderWords.Straight(cell);
            foreach (var name in names) support[name] = support.GetValueOrDefault(name) + 1;
            if (cell.Text.Length > Tangles.Longest) continue;
            var characters = Characters(names);
            foreach (var name in names) together[(name, characters)] = together.GetValueOrDefault((name, characters)) + 1;
        }
        foreach (var known in knownPeople) support[string.Concat(known.Where(c => !Markup.IsBlank(c)))] = Certain;
    }

    /// <summary>The cell's names in order; <c>Untangled</c> where they do not stand there one after the other.</summary>
    internal (IReadOnlyList<string> Names, bool Untangled) Read(CellText cell)
    {
        var straight = LeaderWords.Straight(cell);
        if (straight.Count == 0 || straight.TrueForAll(n => Support(n) >= Certain)) return (straight, false);
        var key = string.Join(' ', straight);
        if (!read.TryGetValue(key, out var names)) read[key] = names = Decide(straight, string.Concat(straight));
        return names;
    }

    private (IReadOnlyList<string> Names, bool Untangled) Decide(List<string> straight, string text)
    {
        var other = Tangles.Best(text, support);
        if (other is null || other.SequenceEqual(straight) || !IsBetter(other, straight)) return (straight, false);
        return (other, string.Concat(other) != text);
    }

    /// <summary>
    /// A mixed name is only ever seen in cells of the same characters; a real one is seen elsewhere too, or more often. A single
    /// character is no name.
    /// </summary>
    private bool IsBetter(IReadOnlyList<string> other, List<string> straight)
    {
        var characters = Characters(straight);
        return other.Min(Support) >= straight.Min(Support)
            && (straight.Exists(n => n.Length == 1) || other.Sum(n => Elsewhere(n, characters)) > straight.Sum(n => Elsewhere(n, characters)));
    }

    private int Support(string name) => support.GetValueOrDefault(name);

    private int Elsewhere(string name, string characters) => Support(name) - together.GetValueOrDefault((name, characters));

    private static string Characters(List<string> names) => string.Concat(string.Concat(names).Order());
}
