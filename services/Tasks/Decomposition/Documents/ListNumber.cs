using System.Globalization;
using System.Text;

namespace Suite.Tasks.Decomposition.Documents;

/// <summary>Numbers of lists that the program shows and the file does not hold, written as they are shown.</summary>
internal static class ListNumber
{
    private const string ChineseDigits = "〇一二三四五六七八九";
    private const int LastCircled = 20;

    private static readonly (int Value, string Sign)[] RomanSigns =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>An HTML list's number by its type attribute (1, a, A, i, I) with the point behind it.</summary>
    internal static string Write(int number, string? type) => type switch
    {
        "a" => Letters(number),
        "A" => Letters(number).ToUpperInvariant(),
        "i" => Roman(number),
        "I" => Roman(number).ToUpperInvariant(),
        _ => Decimal(number),
    } + ".";

    internal static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>a to z, aa, bb and so on, as Word counts.</summary>
    internal static string Letters(int number) =>
        number is < 1 or > 26 * 30 ? Decimal(number) : new string((char)('a' + (number - 1) % 26), (number - 1) / 26 + 1);

    internal static string Roman(int number)
    {
        if (number is < 1 or > 3999) return Decimal(number);
        var written = new StringBuilder();
        foreach (var (value, sign) in RomanSigns)
            for (; number >= value; number -= value) written.Append(sign);
        return written.ToString();
    }

    /// <summary>一, 十二, 二十, 一百零三 and so on up to 9999.</summary>
    internal static string Chinese(int number)
    {
        if (number is < 1 or > 9999) return Decimal(number);
        var written = new StringBuilder();
        var isGap = false;
        foreach (var (value, sign) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                isGap = written.Length > 0;
                continue;
            }
            if (isGap) written.Append('零');
            isGap = false;
            if (digit > 1 || value != 10 || written.Length > 0) written.Append(ChineseDigits[digit]);
            written.Append(sign);
        }
        return written.ToString();
    }

    /// <summary>① to ⑳.</summary>
    internal static string Circled(int number) => number is >= 1 and <= LastCircled ? ((char)('①' + number - 1)).ToString() : Decimal(number);
}
