using System.Text;
using Suite.TableFiles.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>The numbers Word puts before paragraphs by itself (17.9): they stand on the page and not in the text.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, Dictionary<int, Level>> patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Pattern, Dictionary<int, int> Starts)> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);

    /// <param name="reader">The numbering part; null where the file has none.</param>
    internal WordNumbering(PartReader? reader)
    {
        if (reader is null || !reader.ToRoot()) return;
        reader.Children(() =>
        {
            if (reader.Name == "abstractNum" && reader["abstractNumId"] is { } pattern) patterns[pattern] = ReadPattern(reader);
            else if (reader.Name == "num" && reader["numId"] is { } list) lists[list] = ReadList(reader);
        });
    }

    /// <summary>The number of the list's next paragraph, as shown; "" for bullets and for lists the file does not have.</summary>
    internal string Next(string list, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (!lists.TryGetValue(list, out var found) || !patterns.TryGetValue(found.Pattern, out var pattern)) return "";
        if (!counts.TryGetValue(found.Pattern, out var count)) counts[found.Pattern] = count = new int?[Levels];
        if (begun.Add(list))
            foreach (var (from, start) in found.Starts) count[from] = start - 1;
        count[level] = (count[level] ?? Start(pattern, level) - 1) + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++) count[deeper] = null;
        return pattern.TryGetValue(level, out var shown) ? Show(shown, pattern, count) : "";
    }

    private static string Show(Level shown, Dictionary<int, Level> pattern, int?[] count)
    {
        if (shown.Format is "bullet" or "none") return "";
        var text = new StringBuilder();
        for (var i = 0; i < shown.Text.Length; i++)
            if (shown.Text[i] == '%' && i + 1 < shown.Text.Length && shown.Text[i + 1] is >= '1' and <= '9')
            {
                var level = shown.Text[++i] - '1';
                text.Append(Write(count[level] ?? Start(pattern, level), pattern.TryGetValue(level, out var own) ? own.Format : "decimal"));
            }
            else text.Append(shown.Text[i]);
        return text.ToString();
    }

    private static string Write(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "chineseLegalSimplified" or "ideographDigital" or "japaneseCounting" or "taiwaneseCountingThousand" =>
            ListNumber.Chinese(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => ListNumber.Circled(number),
        "decimalZero" => number is >= 0 and < 10 ? "0" + ListNumber.Decimal(number) : ListNumber.Decimal(number),
        "lowerLetter" => ListNumber.Letters(number),
        "upperLetter" => ListNumber.Letters(number).ToUpperInvariant(),
        "lowerRoman" => ListNumber.Roman(number),
        "upperRoman" => ListNumber.Roman(number).ToUpperInvariant(),
        _ => ListNumber.Decimal(number),
    };

    private static int Start(Dictionary<int, Level> pattern, int level) => pattern.TryGetValue(level, out var own) ? own.Start : 1;

    private static Dictionary<int, Level> ReadPattern(PartReader reader)
    {
        var levels = new Dictionary<int, Level>();
        reader.Children(() =>
        {
            if (reader.Name == "lvl" && WordValue.Number(reader["ilvl"]) is { } level) levels[level] = ReadLevel(reader);
        });
        return levels;
    }

    private static Level ReadLevel(PartReader reader)
    {
        var level = new Level("decimal", "", 1);
        reader.Children(() => level = reader.Name switch
        {
            "start" => level with { Start = WordValue.Number(reader["val"]) ?? 1 },
            "numFmt" => level with { Format = reader["val"] ?? "decimal" },
            "lvlText" => level with { Text = reader["val"] ?? "" },
            _ => level,
        });
        return level;
    }

    private static (string, Dictionary<int, int>) ReadList(PartReader reader)
    {
        var pattern = "";
        var starts = new Dictionary<int, int>();
        reader.Children(() =>
        {
            if (reader.Name == "abstractNumId") pattern = reader["val"] ?? "";
            else if (reader.Name == "lvlOverride" && WordValue.Number(reader["ilvl"]) is >= 0 and < Levels and var level)
                reader.Children(() =>
                {
                    if (reader.Name == "startOverride" && WordValue.Number(reader["val"]) is { } start) starts[level] = start;
                });
        });
        return (pattern, starts);
    }

    private sealed record Level(string Format, string Text, int Start);
}
