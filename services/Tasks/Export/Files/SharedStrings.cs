using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suite.Tasks.Export.Files;

/// <summary>The texts of a workbook, which its cells point at by number. Equal plain texts are kept once.</summary>
sealed partial class SharedStrings
{
    readonly List<CellContent> _texts = [];
    readonly Dictionary<string, int> _plain = [];
    uint _uses;

    public int Add(CellContent content)
    {
        _uses++;
        var plain = content.Lines.All(l => l.Runs.All(r => !r.Bold));
        if (plain && _plain.TryGetValue(content.Text, out var known)) return known;
        if (plain) _plain[content.Text] = _texts.Count;
        _texts.Add(content);
        return _texts.Count - 1;
    }

    public void Write(SharedStringTablePart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new SharedStringTable { Count = _uses, UniqueCount = (uint)_texts.Count });
        foreach (var text in _texts) writer.WriteElement(Item(text));
        writer.WriteEndElement();
    }

    static SharedStringItem Item(CellContent content)
    {
        var runs = Joined(content);
        return runs.Any(r => r.Bold) ? new(runs.Select(RunOf)) : new(Words(content.Text));
    }

    /// <summary>The runs of all paragraphs; a paragraph's end is a line feed in the run before it.</summary>
    static List<TextRun> Joined(CellContent content)
    {
        var runs = new List<TextRun>();
        foreach (var line in content.Lines)
        {
            if (runs.Count > 0) runs.Add(new("\n", false));
            runs.AddRange(line.Runs);
        }

        return runs;
    }

    static Run RunOf(TextRun run) => new(run.Bold ? XlsxStyles.BoldRun() : XlsxStyles.PlainRun(), Words(run.Text));

    static Text Words(string text) => new(Escape().Replace(text, "_x005F$0")) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>Words that a workbook would take for a character written by its code (ECMA-376, ST_Xstring).</summary>
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
