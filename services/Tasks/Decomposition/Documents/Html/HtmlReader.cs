using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Documents.Html;

/// <summary>
/// A page to blocks. Nothing is run and nothing is loaded: the parser is given no context that could. Paragraphs, items of lists, headings
/// and tables come in the order of the page; each counts as a line, and so does each row.
/// </summary>
internal sealed class HtmlReader(ReaderOptions options)
{
    /// <summary>An element has two tags, and pages as word processors write them a comment or two beside.</summary>
    private const int MostSignsOfAnElement = 4;

    private readonly BlockList blocks = new(options);
    private CellTextBuilder paragraph = new(options, 1);
    private int line = 1;
    private int elements;
    private int places;

    /// <exception cref="PlanFormatException">More elements, or larger cells, than the options allow.</exception>
    internal SourceDocument Read(string page)
    {
        RequireFewTags(page);
        var nesting = new HtmlNesting(options);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            MaximumDepth = options.MaxDepth,
            SkipComments = true,
            SkipScriptText = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            OnToken = (token, _) => nesting.Follow(token),
            OnCreated = (_, _) => Count(),
        });
        using var document = parser.ParseDocument(page);
        if (document.Body is { } body) new HtmlWalk(AddRun, () => EndParagraph(), EndHeading, AddTable).Children(body);
        EndParagraph();
        return blocks.ToDocument();
    }

    /// <summary>What only looks like a tag costs the parser as much as one does.</summary>
    private void RequireFewTags(string page)
    {
        if (page.AsSpan().Count('<') > (long)MostSignsOfAnElement * options.MaxPageElements) throw Limits.TooManyElements(options.MaxPageElements);
    }

    private void Count()
    {
        if (++elements > options.MaxPageElements) throw Limits.TooManyElements(options.MaxPageElements);
    }

    private void AddRun(string words, bool isBold) => paragraph.Add(words, isBold);

    private void EndHeading(int level) => EndParagraph(level);

    private void EndParagraph(int level = 0)
    {
        if (paragraph.IsEmpty) return;
        blocks.Add(new Paragraph(line, paragraph.Build(), level));
        paragraph = new CellTextBuilder(options, ++line);
    }

    private void AddTable(IElement table)
    {
        EndParagraph();
        if (HtmlTable.IsLayout(table))
        {
            foreach (var cell in HtmlTable.Rows(table).SelectMany(HtmlTable.Cells))
            {
                new HtmlWalk(AddRun, () => EndParagraph(), EndHeading, AddTable).Children(cell);
                EndParagraph();
            }
            return;
        }
        foreach (var caption in table.Children.Where(c => c.LocalName == "caption"))
            new HtmlWalk(AddRun, () => EndParagraph(), EndHeading, AddTable).Children(caption);
        EndParagraph();
        if (new HtmlTable(options).Read(table, ref line, ref places) is { } grid) blocks.Add(grid);
        paragraph = new CellTextBuilder(options, line);
    }
}
