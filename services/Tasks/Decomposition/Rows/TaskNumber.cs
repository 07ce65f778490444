using System.Globalization;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>The number a target begins with: up to four digits, five where they go on from the row above, and a full stop or 、 (12. / 12、 / 12．).</summary>
internal static class TaskNumber
{
    private const int MostDigits = 5;
    private const int SureDigits = 4;

    /// <summary>
    /// Reads the number at <paramref name="start"/> of a cell. What looks like a decimal (1.5万亩) is a number only where it is the one
    /// <paramref name="expected"/> next, the document had a space there (1. 5300亩), or a year follows (191.2024年内举办).
    /// </summary>
    internal static bool TryRead(CellText cell, int start, int expected, out int number, out int textStart)
    {
        var folded = cell.Folded;
        var at = start;
        while (at < folded.Length && at - start <= MostDigits && char.IsAsciiDigit(folded[at])) at++;
        number = 0;
        textStart = start;
        var digits = at - start;
        if (digits is 0 or > MostDigits || at >= folded.Length || folded[at] is not ('.' or '、')) return false;
        number = int.Parse(folded.AsSpan(start, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        textStart = at + 1;
        return number > 0 && (number == expected || digits <= SureDigits && (!DigitFollows(folded, textStart) || IsApart(cell, textStart) || YearFollows(folded, textStart)));
    }

    private static bool DigitFollows(string folded, int at) => at < folded.Length && char.IsAsciiDigit(folded[at]);

    private static bool IsApart(CellText cell, int at) => cell.SourceOffset(at) > cell.SourceOffset(at - 1) + 1;

    private static bool YearFollows(string folded, int at) =>
        at + 4 < folded.Length && folded[at + 4] == '年' && folded.AsSpan(at, 4) is ['1' or '2', _, _, _];
}
