using System.Globalization;
using System.Text;

namespace Suite.TableFiles.Workbooks;

/// <summary>Digits of a number format: 0, # and ? for digits, grouping and scaling commas, percent, literals around them.</summary>
internal static class DigitFormat
{
    private const int MostDecimals = 15;

    /// <summary>The number, which is not negative, as the section shows it; null where the section is none of digits.</summary>
    public static string? Show(string section, double number)
    {
        var (before, after, digits, percents) = Parts(section);
        if (digits.Contains('/') || digits.Contains('E')) return null;
        if (digits.Length == 0) return before + after;
        for (var percent = 0; percent < percents; percent++) number *= 100;
        var scaling = digits.Length - digits.TrimEnd(',').Length;
        for (var comma = 0; comma < scaling; comma++) number /= 1000;
        return number < 1e15 ? before + Digits(digits.TrimEnd(','), (decimal)number) + after : null;
    }

    private static string Digits(string digits, decimal number)
    {
        var point = digits.IndexOf('.');
        var (whole, fraction) = point < 0 ? (digits, "") : (digits[..point], digits[(point + 1)..]);
        var least = Math.Min(fraction.Count(c => c is '0' or '?'), MostDecimals);
        var most = Math.Min(fraction.Length, MostDecimals);
        var picture = new StringBuilder(whole.Contains(',') ? "#,##" : "").Append('0', Math.Max(1, Math.Min(whole.Count(c => c == '0'), 20)));
        if (most > 0) picture.Append('.').Append('0', least).Append('#', most - least);
        var shown = Math.Round(number, most, MidpointRounding.AwayFromZero).ToString(picture.ToString(), CultureInfo.InvariantCulture);
        return !whole.Contains('0') && shown.StartsWith("0.", StringComparison.Ordinal) ? shown[1..] : shown;
    }

    private static (string Before, string After, string Digits, int Percents) Parts(string section)
    {
        var (before, after, digits, percents) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), 0);
        for (var i = 0; i < section.Length;)
        {
            var end = NumberFormat.Literal(section, i);
            var isLiteral = end > i + 1 || section[i] is not ('0' or '#' or '?' or '.' or ',' or '/' or 'E');
            if (isLiteral) (digits.Length == 0 ? before : after).Append(NumberFormat.Shown(section.AsSpan(i, end - i)));
            else digits.Append(section[i]);
            if (end == i + 1 && section[i] == '%') percents = Math.Min(percents + 1, 2);
            i = end;
        }
        return (before.ToString(), after.ToString(), digits.ToString(), percents);
    }
}
