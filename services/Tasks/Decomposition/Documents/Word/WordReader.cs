using Suite.Tasks.Decomposition.Cells;
using Suite.TableFiles.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>A .docx to blocks: paragraphs and tables of its main story in order; each paragraph and each row counts as a line.</summary>
internal sealed class WordReader(OfficePackage package, ReaderOptions options, Notices notices)
{
    private readonly ReaderOptions options = options;
    private readonly BlockList blocks = new(options);
    private int line = 1;
    private int places;

    /// <param name="main">Name of the main part.</param>
    internal SourceDocument Read(string main)
    {
        using var reader = package.Open(main);
        if (reader is not null && reader.ToRoot())
        {
            var story = new WordStory(reader, Styles(main), Numbering(main), new WordNotes(package, main, notices), notices);
            var flow = new BodyFlow(this, reader, story);
            story.Content(flow);
            flow.EndParagraph(0);
        }
        return blocks.ToDocument();
    }

    private WordStyles Styles(string main)
    {
        using var reader = package.Open(package.Related(main, "styles"));
        return new WordStyles(reader);
    }

    private WordNumbering Numbering(string main)
    {
        using var reader = package.Open(package.Related(main, "numbering"));
        return new WordNumbering(reader);
    }

    private sealed class BodyFlow(WordReader owner, PartReader reader, WordStory story) : WordFlow
    {
        private CellTextBuilder paragraph = new(owner.options, 1);

        internal override void Run(ReadOnlySpan<char> words, bool isBold) => paragraph.Add(words, isBold);

        internal override void EndParagraph(int outlineLevel)
        {
            if (paragraph.IsEmpty) return;
            owner.blocks.Add(new Paragraph(owner.line, paragraph.Build(), outlineLevel));
            paragraph = new CellTextBuilder(owner.options, ++owner.line);
        }

        internal override void Table()
        {
            EndParagraph(0);
            var table = new WordTable(reader, story, owner.options);
            if (table.Read(ref owner.line, ref owner.places) is { } grid) owner.blocks.Add(grid);
            paragraph = new CellTextBuilder(owner.options, owner.line);
        }
    }
}
