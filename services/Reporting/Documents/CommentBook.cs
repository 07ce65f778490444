using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.Reporting.Leagues;
using Suite.Reporting.Papers;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Suite.Reporting.Documents;

/// <summary>Collects comments that tell where figures come from.</summary>
sealed class CommentBook
{
    const int MostSources = 12;

    readonly List<Comment> _comments = [];

    public void Write(MainDocumentPart main)
    {
        var part = main.AddNewPart<WordprocessingCommentsPart>("rComments");
        part.Comments = new Comments(_comments);
        part.Comments.Save();
    }

    /// <summary>The content with a comment on it.</summary>
    public IEnumerable<OpenXmlElement> On(Figure figure, IEnumerable<OpenXmlElement> content)
    {
        var id = (_comments.Count + 1).ToString(CultureInfo.InvariantCulture);
        var comment = new Comment { Id = id, Author = "reporting", Initials = "R" };
        comment.Append(Lines(figure).Select(line => new Paragraph(new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve }))));
        _comments.Add(comment);
        return [new CommentRangeStart { Id = id }, .. content, new CommentRangeEnd { Id = id }, new Run(new CommentReference { Id = id })];
    }

    static IEnumerable<string> Lines(Figure figure)
    {
        yield return $"〔{figure.Ordinal}〕{figure.Label} = {figure.Text} ({figure.Formula})";
        foreach (var source in figure.Sources.Take(MostSources))
            yield return source.Observation is { } observed ? ObservedText.Line(observed) : Texts.Line($"{source.Report ?? source.Task} {source.UnitName} {source.Author?.DisplayName} {source.Approver?.DisplayName} {source.Reviewer?.DisplayName} {source.Reviewer?.Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        if (figure.Sources.Count > MostSources) yield return $"… {figure.Sources.Count}";
    }
}
