using System.Text;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Names;

/// <summary>A leaders' cell with its white space, which is all that separates names there.</summary>
internal static class LeaderWords
{
    /// <summary>
    /// The names read straight on: single characters in a row are names of two characters that were spaced out, and a single
    /// character behind a longer word joins the single one after it.
    /// </summary>
    internal static List<string> Straight(CellText cell)
    {
        var names = new List<string>();
        var single = "";
        foreach (var word in Split(cell))
        {
            if (word.Length > 1)
            {
                if (single.Length > 0) names.Add(single);
                single = "";
                names.Add(word);
            }
            else if (single.Length == 0) single = word;
            else
            {
                names.Add(single + word);
                single = "";
            }
        }
        if (single.Length > 0) names.Add(single);
        return names;
    }

    /// <summary>The words of the cell: broken where the document had anything between two characters, and at signs.</summary>
    private static List<string> Split(CellText cell)
    {
        if (NameCell.SaysNone(cell.Folded)) return [];
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < cell.Text.Length; i++)
        {
            var c = cell.Text[i];
            var breaks = !IsNameCharacter(c) || (i > 0 && cell.SourceOffset(i) != cell.SourceOffset(i - 1) + 1);
            if (breaks && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            if (IsNameCharacter(c)) word.Append(c);
        }
        if (word.Length > 0) words.Add(word.ToString());
        return OfficeTitle.Without(words);
    }

    private static bool IsNameCharacter(char c) => char.IsLetter(c) || c is '·' or '•';
}
