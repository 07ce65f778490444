using Suite.Reporting.Papers;

namespace Suite.Reporting.Templates;

/// <summary>What a content control can ask for by its tag.</summary>
/// <param name="Loop">The loop in which it stands; empty outside of all.</param>
public sealed record TemplateField(string Tag, TemplateFieldKind Kind, string Loop, string Description);

public enum TemplateFieldKind
{
    /// <summary>A line of text; takes the look of what stands in the control.</summary>
    Text = 1,

    /// <summary>Paragraphs, tables and charts; takes the place of the control.</summary>
    Blocks = 2,

    /// <summary>Comes again for each item: a control around it tagged each:NAME, or paragraphs or rows tagged begin:NAME and end:NAME before and after it.</summary>
    Loop = 3,
}

/// <summary>The fields of templates; the same for every kind of document.</summary>
public static class TemplateFields
{
    public const string Parts = "parts";
    public const string Figures = "figures";

    public static readonly IReadOnlyList<TemplateField> All =
    [
        new("issuer", TemplateFieldKind.Text, "", "签发机关 the body that issues it; made smaller where it would not fit in one line"),
        new("kind", TemplateFieldKind.Text, "", "文种, e.g. 督查通报"),
        new("document-number", TemplateFieldKind.Text, "", "〔2024〕第1期"),
        new("title", TemplateFieldKind.Text, "", "标题"),
        new("salutation", TemplateFieldKind.Text, "", "主送, e.g. 各有关单位："),
        new("closing", TemplateFieldKind.Text, "", "结语, e.g. 特此通报。"),
        new("date", TemplateFieldKind.Text, "", "成文日期"),
        new("body", TemplateFieldKind.Blocks, "", "正文 all parts"),
        new("tail", TemplateFieldKind.Blocks, "", "结语、附件说明、署名和日期 in the places of an official document"),
        new("annex-label", TemplateFieldKind.Text, "", "附件"),
        new("annex-title", TemplateFieldKind.Text, "", "数据来源"),
        new("annex-note", TemplateFieldKind.Text, "", "how to read the sources"),
        new("annex-table", TemplateFieldKind.Blocks, "", "the sources of all figures as a table"),
        new("checkpoint", TemplateFieldKind.Text, "", "审计校验点 where the audit stood when the document was begun"),
        new(Parts, TemplateFieldKind.Loop, "", "the parts of the text, one for each heading of the first level"),
        new("part-title", TemplateFieldKind.Text, Parts, "一、总体情况; empty for what stands before the first heading"),
        new("part-body", TemplateFieldKind.Blocks, Parts, "what stands under the heading"),
        new(Figures, TemplateFieldKind.Loop, "", "the figures, e.g. as rows of a table"),
        new("figure-mark", TemplateFieldKind.Text, Figures, "〔1〕"),
        new("figure-label", TemplateFieldKind.Text, Figures, "what it says"),
        new("figure-value", TemplateFieldKind.Text, Figures, "value and unit"),
        new("figure-formula", TemplateFieldKind.Text, Figures, "how it was made"),
        new("figure-tasks", TemplateFieldKind.Text, Figures, "numbers of the tasks behind it"),
    ];

    /// <summary>What outer controls are filled with.</summary>
    public static TemplateValues Of(Paper paper) => new()
    {
        Texts =
        {
            ["issuer"] = [paper.Issuer], ["kind"] = [paper.Kind], ["document-number"] = [paper.DocumentNumber], ["title"] = paper.TitleLines, ["salutation"] = [paper.Salutation],
            ["closing"] = [paper.Closing], ["date"] = [paper.Date], ["annex-label"] = [paper.Annex.Label], ["annex-title"] = [paper.Annex.Title], ["annex-note"] = [paper.Annex.Note],
            ["checkpoint"] = [paper.Annex.Closing],
        },
        Blocks = { ["body"] = paper.Blocks, ["annex-table"] = [paper.Annex.Digest] },
        Loops = { [Parts] = [.. PartsOf(paper)], [Figures] = [.. paper.Figures.Select(FigureOf)] },
    };

    static IEnumerable<TemplateValues> PartsOf(Paper paper)
    {
        var (title, blocks) = ("", new List<Block>());
        foreach (var block in paper.Blocks)
        {
            if (block is not Heading { Level: 1 } heading)
            {
                blocks.Add(block);
                continue;
            }

            if (blocks.Count > 0 || title.Length > 0) yield return Part(title, blocks);
            (title, blocks) = (heading.Text, []);
        }

        yield return Part(title, blocks);
    }

    static TemplateValues Part(string title, List<Block> blocks) => new() { Texts = { ["part-title"] = [title] }, Blocks = { ["part-body"] = blocks } };

    static TemplateValues FigureOf(Figure figure) => new()
    {
        Texts =
        {
            ["figure-mark"] = [$"〔{figure.Ordinal}〕"], ["figure-label"] = [figure.Label], ["figure-value"] = [figure.Text], ["figure-formula"] = [figure.Formula],
            ["figure-tasks"] = [Papers.Texts.Ranges(figure.Sources.Where(s => s.Observation is null).Select(s => s.TaskNumber))],
        },
    };
}

/// <summary>Values by tag.</summary>
public sealed class TemplateValues
{
    /// <summary>Lines; more than one where a line may break.</summary>
    public Dictionary<string, IReadOnlyList<string>> Texts { get; } = [];

    public Dictionary<string, IReadOnlyList<Block>> Blocks { get; } = [];

    public Dictionary<string, IReadOnlyList<TemplateValues>> Loops { get; } = [];
}
