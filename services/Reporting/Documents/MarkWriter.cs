using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.Reporting.Papers;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Suite.Reporting.Documents;

/// <summary>Writes the pieces of a line. Marks in the text lead to the appendix, and those of the appendix back to where the text first speaks of them.</summary>
sealed class MarkWriter(CommentBook? comments = null)
{
    const string MarkStyle = "Mark";

    readonly HashSet<int> _told = [];
    int _bookmarks;

    public IEnumerable<OpenXmlElement> Write(Inline inline) => inline switch
    {
        Papers.Run { Text.Length: 0 } => [],
        Papers.Run run => [Written(run.Text, run.Strong)],
        Quote quote => [.. Commented(quote.Figure, [Written(quote.Figure.Text)]), .. Told(quote.Figure, Plain.Mark(quote.Figure))],
        Misquote wrong => [Written(wrong.Text, strong: true), .. Told(wrong.Figure, Plain.Mark(wrong.Figure))],
        Cell cell => Commented(cell.Figure, [Written(Texts.Number(cell.Figure.Value))]),
        Marks marks => [.. ToldInRow(marks)],
        Anchor anchor => Marked($"F{anchor.Figure.Ordinal}", Link($"T{anchor.Figure.Ordinal}", Plain.Mark(anchor.Figure), raised: false)),
        Anchors anchors => AllMarked(anchors.Figures),
        _ => throw new InvalidOperationException($"{inline.GetType()} has no form in a document."),
    };

    IEnumerable<OpenXmlElement> AllMarked(IReadOnlyList<Figure> figures)
    {
        var ids = figures.Select(_ => (++_bookmarks).ToString(CultureInfo.InvariantCulture)).ToList();
        return
        [
            .. figures.Select((figure, at) => new BookmarkStart { Id = ids[at], Name = $"F{figure.Ordinal}" }),
            Link($"T{figures[0].Ordinal}", Plain.Mark(figures), raised: false),
            .. ids.Select(id => new BookmarkEnd { Id = id }),
        ];
    }

    IEnumerable<OpenXmlElement> Commented(Figure figure, IEnumerable<OpenXmlElement> content) => comments is null ? content : comments.On(figure, content);

    IEnumerable<OpenXmlElement> Told(Figure figure, string mark)
    {
        var link = Link($"F{figure.Ordinal}", mark, raised: true);
        return _told.Add(figure.Ordinal) ? Marked($"T{figure.Ordinal}", link) : [link];
    }

    /// <summary>One mark stands for the row's figures, so all of them are found at it.</summary>
    IEnumerable<OpenXmlElement> ToldInRow(Marks marks)
    {
        var link = Link($"F{marks.First.Ordinal}", Plain.Row(marks), raised: false);
        IEnumerable<OpenXmlElement> told = [link];
        for (var ordinal = marks.First.Ordinal; ordinal <= marks.Last.Ordinal; ordinal++)
            if (_told.Add(ordinal)) told = Marked($"T{ordinal}", [.. told]);
        return told;
    }

    IEnumerable<OpenXmlElement> Marked(string name, params OpenXmlElement[] content)
    {
        var id = (++_bookmarks).ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = name }, .. content, new BookmarkEnd { Id = id }];
    }

    static Hyperlink Link(string anchor, string text, bool raised)
    {
        var run = Written(text);
        if (raised) run.PrependChild(new RunProperties(new RunStyle { Val = MarkStyle }));
        return new(run) { Anchor = anchor, History = true };
    }

    static Run Written(string text, bool strong = false)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (strong) run.PrependChild(new RunProperties(new Bold()));
        return run;
    }
}
