using System.Runtime.InteropServices;
using System.Text;

namespace Suite.Tasks.Decomposition.Cells;

/// <summary>
/// Makes a cell of characters and runs: white space goes, except that one space stays between two ASCII letters, where it
/// separates words. Nothing is markup here; who reads markup tells what it means. One builder makes cell after cell.
/// </summary>
/// <param name="options">How long a cell may be.</param>
/// <param name="line">Where the cell stands, for the error.</param>
internal sealed class CellTextBuilder(ReaderOptions options, int line)
{
    private readonly StringBuilder text = new();
    private readonly List<SourceRun> runs = [];
    private readonly List<TextSpan> bold = [];
    private readonly List<int> paragraphs = [];
    private int boldFrom = -1;
    private int spaceAt = -1;
    private int added;
    private bool newParagraph = true;

    /// <summary>True where nothing but white space was added so far.</summary>
    internal bool IsEmpty => text.Length == 0;

    /// <summary>Adds a run; its characters' source offsets count what was added to this cell before, a paragraph's end as one.</summary>
    /// <exception cref="PlanFormatException">The cell is longer than the options allow.</exception>
    internal void Add(ReadOnlySpan<char> run, bool isBold = false)
    {
        if (added + run.Length > options.MaxCellCharacters) throw Limits.CellTooLong(options, line, added + (long)run.Length);
        Embolden(isBold);
        foreach (var c in run) Add(c, added++);
    }

    /// <summary>What follows is a paragraph of its own; a bold run ends here.</summary>
    internal void EndParagraph()
    {
        StartParagraph();
        if (added < options.MaxCellCharacters) added++;
    }

    /// <summary>The cell; what is added from here on begins the next one.</summary>
    internal CellText Build()
    {
        EndBold();
        var cell = text.Length == 0 ? CellText.Empty : new CellText(text.ToString(), [.. runs], [.. bold], CollectionsMarshal.AsSpan(paragraphs));
        text.Clear();
        runs.Clear();
        bold.Clear();
        paragraphs.Clear();
        (spaceAt, added, newParagraph) = (-1, 0, true);
        return cell;
    }

    /// <summary>Adds the character that stands at <paramref name="source"/> in the document.</summary>
    internal void Add(char c, int source)
    {
        if (Markup.IsBlank(c))
        {
            if (spaceAt < 0) spaceAt = source;
            return;
        }
        var separates = spaceAt >= 0 && text.Length > 0 && char.IsAsciiLetter(c) && char.IsAsciiLetter(text[^1]);
        if (separates) Append(' ', spaceAt);
        spaceAt = -1;
        if (newParagraph) paragraphs.Add(text.Length);
        newParagraph = false;
        Append(c, source);
    }

    internal void StartBold() => boldFrom = text.Length;

    internal void EndBold()
    {
        if (boldFrom >= 0 && text.Length > boldFrom) bold.Add(new TextSpan(boldFrom, text.Length - boldFrom));
        boldFrom = -1;
    }

    internal void StartParagraph()
    {
        EndBold();
        newParagraph = true;
    }

    private void Embolden(bool isBold)
    {
        if (isBold && boldFrom < 0) StartBold();
        else if (!isBold) EndBold();
    }

    private void Append(char c, int source)
    {
        if (runs.Count == 0 || source - runs[^1].Source != text.Length - runs[^1].Clean) runs.Add(new SourceRun(text.Length, source));
        text.Append(c);
    }
}
