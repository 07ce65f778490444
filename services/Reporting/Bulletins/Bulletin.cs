namespace Suite.Reporting.Bulletins;

/// <summary>A bulletin as it reads, whatever format it is written in.</summary>
/// <param name="Issuer">The body that issues it.</param>
/// <param name="Kind">督查通报</param>
/// <param name="DocumentNumber">〔2024〕第1期</param>
/// <param name="TitleLines">The title, cut where it may break.</param>
/// <param name="Closing">The last line of the text.</param>
/// <param name="AttachmentNote">The line that names the appendix.</param>
/// <param name="Date">As written under the signature.</param>
/// <param name="Figures">In order of their marks.</param>
public sealed record Bulletin(
    string Issuer, string Kind, string DocumentNumber, IReadOnlyList<string> TitleLines, string Salutation, IReadOnlyList<Block> Blocks,
    string Closing, string AttachmentNote, string Date, Annex Annex, IReadOnlyList<Figure> Figures)
{
    public string Title => string.Concat(TitleLines);
}

/// <summary>The appendix: where every figure comes from.</summary>
/// <param name="Label">附件</param>
public sealed record Annex(string Label, string Title, string Note, Table Sources);
