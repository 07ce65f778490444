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
    private readonly Dictionary<(string Name, string Characters), int> together = [];
    private readonly Dictionary<char, List<string>> byFirst = [];

    internal LeaderCells(IEnumerable<CellText> cells, IReadOnlyList<string> knownPeople)
    {
        foreach (var cell in cells)
        {
            var names = LeaderWords.Straight(cell);
            var characters = Characters(names);
            foreach (var name in names)
            {
                support[name] = support.GetValueOrDefault(name) + 1;
                together[(name, characters)] = together.GetValueOrDefault((name, characters)) + 1;
            }
        }
        foreach (var known in knownPeople) support[string.Concat(known.Where(c => !Markup.IsBlank(c)))] = Certain;
        foreach (var name in support.Keys.Where(n => n.Length > 0))
            if (byFirst.TryGetValue(name[0], out var names)) names.Add(name);
            else byFirst[name[0]] = [name];
    }

    /// <summary>The cell's names in order; <c>Untangled</c> where they do not stand there one after the other.</summary>
    internal (IReadOnlyList<string> Names, bool Untangled) Read(CellText cell)
    {
        var straight = LeaderWords.Straight(cell);
        if (straight.Count == 0) return (straight, false);
        var text = string.Concat(straight);
        var other = Tangles.Best(text, byFirst, support);
        if (other is null || other.SequenceEqual(straight) || !IsBetter(other, straight)) return (straight, false);
        return (other, string.Concat(other) != text);
    }

    /// <summary>
    /// A mixed name is only ever seen in cells of the same characters; a real one is seen elsewhere too, or more often.
    /// </summary>
    private bool IsBetter(IReadOnlyList<string> other, List<string> straight)
    {
        var characters = Characters(straight);
        return other.Min(Support) >= straight.Min(Support)
            && other.Sum(n => Elsewhere(n, characters)) > straight.Sum(n => Elsewhere(n, characters));
    }

    private int Support(string name) => support.GetValueOrDefault(name);

    private int Elsewhere(string name, string characters) => Support(name) - together.GetValueOrDefault((name, characters));

    private static string Characters(List<string> names) => string.Concat(string.Concat(names).Order());
}
