using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Lists;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>
/// The section in force. 一、 holds （一）, which holds the ones numbered otherwise; nested names are joined by " &gt; ". A title without a
/// number of its kind begins anew.
/// </summary>
internal sealed class SectionPath
{
    private readonly List<(int Level, string Name)> names = [];

    internal string Name { get; private set; } = "";

    internal void Enter(string title)
    {
        var style = ItemStyle.Of(Width.Fold(title));
        names.RemoveAll(n => n.Level >= style.Level);
        names.Add((style.Level, SectionTitle.Name(title[(style.Length < title.Length ? style.Length : 0)..])));
        Name = string.Join(" > ", names.Select(n => n.Name));
    }
}
