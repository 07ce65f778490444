using System.Text;
using Suite.TableFiles.Office;

namespace Suite.TableFiles.Workbooks;

/// <summary>A string of a workbook: runs of characters, bold or as the cell's font has it (null).</summary>
public sealed class RichText
{
    private readonly List<(string Words, bool? IsBold)> runs = [];

    /// <summary>Reads a string item (si, is): plain text or rich runs; the phonetic hints beside them are no words of it.</summary>
    public static RichText Read(PartReader reader, bool isShared = false)
    {
        var text = new RichText { IsShared = isShared };
        reader.Children(() =>
        {
            if (reader.Name == "t") text.runs.Add((Words(reader), null));
            else if (reader.Name == "r") text.ReadRun(reader);
        });
        return text;
    }

    /// <summary>True for a string that many cells may show.</summary>
    public bool IsShared { get; private init; }

    public static RichText Of(string words)
    {
        var text = new RichText();
        text.runs.Add((words, null));
        return text;
    }

    /// <summary>The runs in their order; IsBold is null where the cell's font decides.</summary>
    public IReadOnlyList<(string Words, bool? IsBold)> Runs => runs;

    public string Plain => runs is [var (only, _)] ? only : string.Concat(runs.Select(r => r.Words));

    private void ReadRun(PartReader reader)
    {
        bool? isBold = false;
        reader.Children(() =>
        {
            if (reader.Name == "rPr") reader.Children(() => isBold = reader.Name == "b" ? AttributeValue.Flag(reader) : isBold);
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
