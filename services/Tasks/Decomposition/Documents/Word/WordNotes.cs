using System.Text;
using Suite.TableFiles.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>Footnotes and endnotes: they belong to no cell, so they are shown as notices with their words.</summary>
internal sealed class WordNotes(OfficePackage package, string main, Notices notices)
{
    private const int Longest = 200;
    private const int Most = 50;
    private readonly Dictionary<string, Dictionary<string, string>> read = [];
    private int told;

    /// <param name="kind">footnotes or endnotes.</param>
    internal void Tell(string kind, string? id, int line)
    {
        if (told++ >= Most) return;
        if (!read.TryGetValue(kind, out var words)) read[kind] = words = Read(kind);
        var text = words.GetValueOrDefault(id ?? "", "");
        notices.Add(DiagnosticCode.ContentPassedOver, line, text, kind == "footnotes" ? "FootnotePassedOver" : "EndnotePassedOver", id ?? "");
    }

    private Dictionary<string, string> Read(string kind)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = package.Open(package.Related(main, kind));
        if (reader is null || !reader.ToRoot()) return notes;
        reader.Children(() =>
        {
            if (reader["id"] is not { } id || notes.Count > Most * 20) return;
            var text = new StringBuilder();
            Words(reader, text);
            notes[id] = text.ToString().Trim();
        });
        return notes;
    }

    private static void Words(PartReader reader, StringBuilder text) => reader.Children(() =>
    {
        if (reader.Name == "t") reader.Text(piece => text.Append(text.Length > Longest ? "" : piece));
        else if (reader.Name is not ("pPr" or "rPr" or "del")) Words(reader, text);
    });
}
