using System.Globalization;

namespace Suite.Reporting.Papers;

public static class Numerals
{
    const string Digits = "零一二三四五六七八九";

    /// <summary>一, 十二, 三十: a number as headings write it.</summary>
    /// <param name="number">From 1; above 99 in digits.</param>
    public static string Chinese(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        if (number > 99) return number.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        return $"{(tens > 1 ? Digits[tens] : "")}{(tens > 0 ? "十" : "")}{(ones > 0 ? Digits[ones] : "")}";
    }
}
