namespace Suite.Reporting.Papers;

/// <summary>A document as it reads, whatever format it is written in.</summary>
/// <param name="Issuer">The body that issues it.</param>
/// <param name="Kind">督查通报</param>
/// <param name="DocumentNumber">〔2024〕第1期</param>
/// <param name="TitleLines">The title, cut where it may break.</param>
/// <param name="Salutation">Empty where it is addressed to nobody.</param>
/// <param name="Closing">The last line of the text.</param>
/// <param name="AttachmentNote">The line that names the appendix.</param>
/// <param name="Date">As written under the signature.</param>
/// <param name="Figures">In order of their marks.</param>
public sealed record Paper(
    string Issuer, string Kind, string DocumentNumber, IReadOnlyList<string> TitleLines, string Salutation, IReadOnlyList<Block> Blocks,
    string Closing, string AttachmentNote, string Date, Annex Annex, IReadOnlyList<Figure> Figures)
{
    public string Title => string.Concat(TitleLines);

    /// <summary>zh-CN or en.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>To save it under, without an ending.</summary>
    public string FileName { get; init; } = "report";

    /// <summary>What an editor can write otherwise.</summary>
    public IEnumerable<Paragraph> Passages => Blocks.OfType<Paragraph>().Where(p => p.Key.Length > 0);
}

/// <summary>The appendix: where every figure comes from.</summary>
/// <param name="Label">附件</param>
/// <param name="Closing">What the audit said when the document was begun; empty where it said nothing.</param>
/// <param name="Sources">A row for each figure.</param>
public sealed record Annex(string Label, string Title, string Note, Table Sources, string Closing = "")
{
    /// <summary>The same on paper: a row for all figures of one origin.</summary>
    public required Table Digest { get; init; }
}

/// <summary>What one kind of document says between its head and its tail.</summary>
/// <param name="Name">Whom it is about, for the name of its file; empty for the whole plan.</param>
public sealed record PaperBody(
    IReadOnlyList<string> TitleLines, string Salutation, IReadOnlyList<Block> Blocks, string Closing, string Name = "");
