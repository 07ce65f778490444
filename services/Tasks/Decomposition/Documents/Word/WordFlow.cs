using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>Where the words of a story go: to blocks of the document, or into a cell.</summary>
internal abstract class WordFlow
{
    internal abstract void Run(ReadOnlySpan<char> words, bool isBold);

    internal abstract void EndParagraph(int outlineLevel);

    /// <summary>Takes the table the reader stands on.</summary>
    internal abstract void Table();
}

/// <summary>The words of a cell; a table inside it gives its words too.</summary>
internal sealed class CellFlow(CellTextBuilder text, Action<WordFlow> tableWords) : WordFlow
{
    internal override void Run(ReadOnlySpan<char> words, bool isBold) => text.Add(words, isBold);

    internal override void EndParagraph(int outlineLevel) => text.EndParagraph();

    internal override void Table() => tableWords(this);
}
