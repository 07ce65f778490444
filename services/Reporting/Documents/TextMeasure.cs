using System.Text;

namespace Suite.Reporting.Documents;

/// <summary>How wide texts are, in ems of their font, and where they may end a line: near enough to lay out columns without any font at hand.</summary>
static class TextMeasure
{
    const string Thin = " !'(),-./:;I[]`fijlrt{|}";
    const string Thick = "%@MWmw";

    /// <summary>No line ends behind these,</summary>
    const string Opening = "（〔【《〈「『“‘([{";

    /// <summary>and none begins with these; the dash keeps ranges together.</summary>
    const string Closing = "）〕】》〉」』”’，。、；：！？…—％%),.:;!?]}";

    public static double Ems(string text) => text.EnumerateRunes().Sum(Ems);

    /// <summary>The widest piece that no line end may divide: a number, a Latin word, a character with its punctuation.</summary>
    public static double WidestPiece(string text)
    {
        var (widest, piece) = (0d, 0d);
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is not { } last || MayDivide(last, rune)) piece = 0;
            if (!IsGap(rune)) widest = Math.Max(widest, piece += Ems(rune));
            before = rune;
        }

        return widest;
    }

    /// <summary>The narrowest that the text can be in so many lines: of the pieces in their order, the widest line of the best division.</summary>
    public static double NarrowestIn(int lines, string text)
    {
        var (low, high) = (Math.Max(WidestPiece(text), Ems(text) / lines), Ems(text));
        while (high - low > 0.05)
        {
            var middle = (low + high) / 2;
            if (Lines(text, middle) <= lines) high = middle;
            else low = middle;
        }

        return high;
    }

    static int Lines(string text, double width)
    {
        var (lines, line, piece) = (1, 0d, 0d);
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } last && MayDivide(last, rune)) (line, piece) = (line + piece, 0);
            piece += Ems(rune);
            if (line > 0 && line + piece > width + 0.001 && !IsGap(rune)) (lines, line) = (lines + 1, 0);
            before = rune;
        }

        return lines;
    }

    static double Ems(Rune rune) => rune.Value switch
    {
        0x200b => 0,
        < 0x80 => Thin.Contains((char)rune.Value, StringComparison.Ordinal) ? 0.33 : Thick.Contains((char)rune.Value, StringComparison.Ordinal) ? 0.85 : Rune.IsUpper(rune) ? 0.7 : 0.5,
        < 0x2000 => 0.6,
        _ => 1,
    };

    static bool IsGap(Rune rune) => rune.Value is ' ' or 0x200b;

    static bool MayDivide(Rune before, Rune after) =>
        IsGap(before) || IsGap(after) || ((before.Value >= 0x2000 || after.Value >= 0x2000) && !Holds(Opening, before) && !Holds(Closing, after) && before.Value != '—');

    static bool Holds(string signs, Rune rune) => rune.IsBmp && signs.Contains((char)rune.Value, StringComparison.Ordinal);
}
