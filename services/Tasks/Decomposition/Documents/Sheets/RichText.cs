using System.Text;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Documents.Office;
using Suite.Tasks.Decomposition.Documents.Word;

namespace Suite.Tasks.Decomposition.Documents.Sheets;

/// <summary>A string of a workbook: runs of characters, bold or as the cell's font has it (null).</summary>
internal sealed class RichText
{
    private readonly List<(string Words, bool? IsBold)> runs = [];
    private CellText? plain;
    private CellText? bold;

    /// <summary>Reads a string item (si, is): plain text or rich runs; the phonetic hints beside them are no words of it.</summary>
    internal static RichText Read(PartReader reader)
    {
        var text = new RichText();
        reader.Children(() =>
        {
            if (reader.Name == "t") text.runs.Add((Words(reader), null));
            else if (reader.Name == "r") text.ReadRun(reader);
        });
        return text;
    }

    internal static RichText Of(string words)
    {
        var text = new RichText();
        text.runs.Add((words, null));
        return text;
    }

    /// <summary>The string as a cell; one object however many cells show it.</summary>
    internal CellText ToCell(bool isBold, ReaderOptions options, int line) =>
        isBold ? bold ??= Build(true, options, line) : plain ??= Build(false, options, line);

    private CellText Build(bool isBold, ReaderOptions options, int line)
    {
        var cell = new CellTextBuilder(options, line);
        foreach (var (words, own) in runs)
        {
            var lines = words.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0) cell.EndParagraph();
                cell.Add(lines[i], own ?? isBold);
            }
        }
        return cell.Build();
    }

    private void ReadRun(PartReader reader)
    {
        bool? isBold = false;
        reader.Children(() =>
        {
            if (reader.Name == "rPr") reader.Children(() => isBold = reader.Name == "b" ? WordValue.Flag(reader) : isBold);
            else if (reader.Name == "t") runs.Add((Words(reader), isBold));
        });
    }

    private static string Words(PartReader reader)
    {
        var words = new StringBuilder();
        reader.Text(piece => words.Append(piece));
        return Unescape(words.ToString());
    }

    /// <summary>_x000D_ and the like stand for characters that XML cannot hold (22.9.2.19).</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = i + 7 <= text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_' && IsHex(text.AsSpan(i + 2, 4));
            plain.Append(isEscape ? (char)Convert.ToInt32(text.Substring(i + 2, 4), 16) : text[i]);
            if (isEscape) i += 6;
        }
        return plain.ToString();
    }

    private static bool IsHex(ReadOnlySpan<char> digits) => digits.IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
