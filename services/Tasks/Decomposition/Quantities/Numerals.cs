using System.Globalization;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Numbers in digits (1,000.5) and in Chinese numerals up to thousands (两, 十二, 三百).</summary>
internal static class Numerals
{
    private const int MostDigits = 15;
    private const string Ones = "零一二三四五六七八九";

    internal static bool TryDigits(string folded, int start, out decimal value, out int end)
    {
        end = start;
        value = 0;
        while (end < folded.Length && (char.IsAsciiDigit(folded[end]) || SeparatesThousands(folded, start, end))) end++;
        if (end == start || end - start > MostDigits) return false;
        if (end + 1 < folded.Length && folded[end] == '.' && char.IsAsciiDigit(folded[end + 1]))
        {
            var fraction = end + 1;
            while (fraction < folded.Length && char.IsAsciiDigit(folded[fraction])) fraction++;
            if (fraction - end <= MostDigits) end = fraction;
        }
        return decimal.TryParse(folded.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A comma between one to three digits and exactly three.</summary>
    private static bool SeparatesThousands(string folded, int start, int at)
    {
        if (folded[at] != ',' || at == start || at + 3 >= folded.Length) return false;
        var before = at - 1;
        while (before >= start && char.IsAsciiDigit(folded[before])) before--;
        var lead = at - 1 - before;
        var fits = before < start ? lead is >= 1 and <= 3 : lead == 3;
        return fits && char.IsAsciiDigit(folded[at + 1]) && char.IsAsciiDigit(folded[at + 2]) && char.IsAsciiDigit(folded[at + 3])
            && (at + 4 >= folded.Length || !char.IsAsciiDigit(folded[at + 4]));
    }

    internal static bool TryWords(string folded, int start, out decimal value, out int end)
    {
        var (total, one) = (0, -1);
        for (end = start; end < folded.Length && end - start < 8; end++)
        {
            var c = folded[end] == '两' ? '二' : folded[end];
            var digit = Ones.IndexOf(c);
            var scale = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (digit >= 0 && one < 1) one = digit;
            else if (scale > 0)
            {
                total += (one < 0 ? 1 : one) * scale;
                one = -1;
            }
            else break;
        }
        value = total + Math.Max(one, 0);
        return end > start && value > 0;
    }
}
