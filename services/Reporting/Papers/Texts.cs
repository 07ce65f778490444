using System.Globalization;
using System.Text;

namespace Suite.Reporting.Papers;

/// <summary>Makes texts from outside fit to stand in a document's line.</summary>
public static class Texts
{
    /// <summary>Signs after which a text can be cut.</summary>
    const string Ends = "。；！？.;!?";

    const string Separator = "、\u200b";

    /// <summary>
    /// One line of printable characters: what XML forbids and what steers direction or joins lines invisibly is left out, white
    /// space becomes single spaces, and none stands beside Chinese characters.
    /// </summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) space = line.Length > 0;
            else if (IsPrintable(rune))
            {
                if (space && IsLatin(line[^1]) && rune.IsAscii) line.Append(' ');
                line.Append(rune);
                space = false;
            }
        }

        return line.ToString();
    }

    /// <summary>The line, cut after a sentence where one ends in the second half of what is allowed, else with …… where it is cut.</summary>
    /// <param name="limit">Characters to keep at most, at least 10.</param>
    public static string Excerpt(string text, int limit)
    {
        var line = Line(text);
        if (line.Length <= limit) return line;
        var end = char.IsHighSurrogate(line[limit - 1]) ? limit - 1 : limit;
        var stop = line.LastIndexOfAny(Ends.ToCharArray(), end - 1, end - (limit / 2));
        return stop >= 0 ? line[..(stop + 1)] : line[..end] + "……";
    }

    /// <summary>The line ending with a full stop; empty stays empty.</summary>
    public static string Closed(string line) =>
        line.Length == 0 || Ends.Contains(line[^1], StringComparison.Ordinal) || line[^1] is '…' or '”' ? line : line + "。";

    /// <summary>The line without a sign at its end, so that it can stand inside a sentence.</summary>
    public static string Open(string line) => line.TrimEnd([.. Ends, '，', ',', '、']);

    /// <summary>The line with a space where a number behind it would otherwise join its last letter or digit: GDP 470.66亿元.</summary>
    public static string BeforeNumber(string line) => line.Length > 0 && char.IsAsciiLetterOrDigit(line[^1]) ? line + " " : line;

    /// <summary>Decimal text without an exponent and without zeros at its end.</summary>
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>
    /// Task numbers as people write them: 1-3、7. A zero-width space after each sign lets word processors end the line there; without
    /// one some of them break long lists inside a number.
    /// </summary>
    public static string Ranges(IEnumerable<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers.Distinct().Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last == number - 1) ranges[^1] = (ranges[^1].First, number);
            else ranges.Add((number, number));
        }

        return string.Join(Separator, ranges.Select(r =>
            r.First == r.Last ? $"{r.First}" : r.Last == r.First + 1 ? $"{r.First}{Separator}{r.Last}" : $"{r.First}-{r.Last}"));
    }

    static bool IsLatin(char c) => char.IsAscii(c);

    static bool IsPrintable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && (rune.Value & 0xFFFE) != 0xFFFE;
}
