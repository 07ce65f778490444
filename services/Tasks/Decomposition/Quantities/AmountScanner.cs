namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Finds numbers with units: 3900个, 1.05万家, 5300多亩, 1—2项, 3至5个, 80%, 一场, 1000万. A number without unit is one only where
/// an index or a score is named before it.
/// </summary>
internal static class AmountScanner
{
    private static readonly string[] Bare = ["指数", "指数达", "指数达到", "得分", "得分达", "评分", "分值"];

    internal static List<Amount> Scan(string folded, int from, int to)
    {
        var amounts = new List<Amount>();
        for (var at = from; at < to;)
        {
            if (!StartsNumber(folded, at)) at++;
            else if (TryRead(folded, at, out var amount, out var end))
            {
                if (end <= to) amounts.Add(amount!);
                at = end;
            }
            else at = Math.Max(end, at + 1);
        }
        return amounts;
    }

    private static bool StartsNumber(string folded, int at) =>
        char.IsAsciiDigit(folded[at]) ? at == 0 || !(char.IsAsciiLetterOrDigit(folded[at - 1]) || folded[at - 1] is '第' or '.')
        : "一二三四五六七八九十两".Contains(folded[at]) && (at == 0 || !("第一二三四五六七八九十百千万两零之".Contains(folded[at - 1]) || char.IsAsciiDigit(folded[at - 1])));

    private static bool TryRead(string folded, int start, out Amount? amount, out int end)
    {
        amount = null;
        var words = !char.IsAsciiDigit(folded[start]);
        if (!TryNumber(folded, start, words, out var value, out end)) return false;
        var (unit, unitEnd, more) = Unit(folded, end);
        decimal? max = null;
        if (Joins(folded, unitEnd) && TryNumber(folded, BehindDash(folded, unitEnd), words, out var upper, out var upperEnd) && upper > value)
        {
            (max, end) = (upper, upperEnd);
            var second = Unit(folded, upperEnd);
            if (second.Unit.Length > 0 || unit.Length == 0) (unit, unitEnd, more) = second;
            else unitEnd = upperEnd;
        }
        if (unit.Length == 0 && !NamesIndex(folded, start)) return false;
        end = Math.Max(end, unitEnd);
        amount = new Amount(start, end, value, max, unit, more, words);
        return true;
    }

    private static bool TryNumber(string folded, int at, bool words, out decimal value, out int end) =>
        words ? Numerals.TryWords(folded, at, out value, out end) : Numerals.TryDigits(folded, at, out value, out end);

    /// <summary>A magnitude and a measure word; 多 or 余 may stand before either (5300多亩, 1万余名).</summary>
    private static (string Unit, int End, bool More) Unit(string folded, int at)
    {
        var magnitude = IsMore(folded, at) ? at + 1 : at;
        var behind = magnitude;
        while (behind < folded.Length && Units.IsMagnitude(folded[behind]) && Units.MeasureEnd(folded, behind) == behind) behind++;
        var measure = behind > magnitude && IsMore(folded, behind) ? behind + 1 : behind;
        var end = Units.MeasureEnd(folded, measure);
        // A magnitude without a measure word counts from 万 on (1000万); 500千伏 is a voltage.
        if (end == measure && (behind == magnitude || folded[behind - 1] is not ('万' or '亿'))) return ("", at, false);
        if (end > measure) end = Units.RatioEnd(folded, end);
        return (Units.Name(folded.AsSpan(magnitude, behind - magnitude), folded.AsSpan(measure, end - measure)), end, magnitude > at || measure > behind);
    }

    private static bool IsMore(string folded, int at) => at < folded.Length && folded[at] is '多' or '余';

    private static bool Joins(string folded, int at) => at < folded.Length && folded[at] is '-' or '至' or '到';

    private static int BehindDash(string folded, int at)
    {
        while (at < folded.Length && folded[at] is '-' or '至' or '到') at++;
        return at;
    }

    private static bool NamesIndex(string folded, int start) =>
        Words.EndsWithAny(folded.AsSpan(0, start), Bare);
}
