using System.Globalization;
using System.Text;

namespace Suite.TableFiles.Workbooks;

/// <summary>Dates and times of a number format: y, m, d, h, s and AM/PM; m behind hours or before seconds means minutes.</summary>
internal static class DateFormat
{
    /// <summary>The last day Excel knows, 31 December 9999.</summary>
    private const double LastDay = 2_958_465;

    private const int DaysFrom1900To1904 = 1462;

    /// <summary>True where letters of a date stand outside literals.</summary>
    public static bool Is(string section)
    {
        for (var i = 0; i < section.Length; i = NumberFormat.Literal(section, i))
            if (section[i] is 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' || IsElapsed(section, i)) return true;
        return false;
    }

    /// <summary>The moment so many days after 30 December 1899 (or 1 January 1904); null where there is none.</summary>
    public static string? Show(string section, double days, bool is1904)
    {
        if (is1904) days += DaysFrom1900To1904;
        if (days is < 0 or > LastDay) return null;
        // Excel takes 1900 for a leap year, so its days before March 1900 count one less.
        var moment = new DateTime(1899, 12, 30).AddDays(days is > 0 and < 61 ? days + 1 : days).AddMilliseconds(0.5);
        var shown = new StringBuilder();
        var isTwelve = section.Contains("AM/PM", StringComparison.OrdinalIgnoreCase);
        var isBehindHours = false;
        for (var i = 0; i < section.Length;)
        {
            var length = Run(section, i);
            var letter = char.ToLowerInvariant(section[i]);
            if (letter is 'y' or 'm' or 'd' or 'h' or 's')
            {
                shown.Append(Part(letter, length, moment, isTwelve, letter == 'm' && (isBehindHours || IsBeforeSeconds(section, i + length))));
                isBehindHours = letter == 'h' || (isBehindHours && letter == 'm');
                i += length;
            }
            else if (letter == 'a' && section.AsSpan(i).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase))
            {
                shown.Append(moment.Hour < 12 ? "AM" : "PM");
                i += "AM/PM".Length;
            }
            else
            {
                var end = NumberFormat.Literal(section, i);
                shown.Append(IsElapsed(section, i) ? Elapsed(section[i + 1], days) : NumberFormat.Shown(section.AsSpan(i, end - i)));
                isBehindHours |= IsElapsed(section, i);
                i = end;
            }
        }
        return shown.ToString();
    }

    private static string Part(char letter, int length, DateTime moment, bool isTwelve, bool isMinutes)
    {
        var number = letter switch
        {
            'y' => length > 2 ? moment.Year : moment.Year % 100,
            'm' => isMinutes ? moment.Minute : moment.Month,
            'd' => moment.Day,
            'h' => isTwelve ? (moment.Hour + 11) % 12 + 1 : moment.Hour,
            _ => moment.Second,
        };
        if (letter == 'd' && length > 2) return WeekDay(moment, length);
        return number.ToString(letter == 'y' ? length > 2 ? "0000" : "00" : length == 2 ? "00" : "0", CultureInfo.InvariantCulture);
    }

    private static string WeekDay(DateTime moment, int length) =>
        (length > 3 ? "星期" : "周") + "日一二三四五六"[(int)moment.DayOfWeek];

    private static bool IsBeforeSeconds(string section, int at)
    {
        while (at < section.Length && section[at] is not ('s' or 'S'))
        {
            if (char.IsAsciiLetter(section[at])) return false;
            at = NumberFormat.Literal(section, at);
        }
        return at < section.Length;
    }

    private static int Run(string section, int at)
    {
        var end = at + 1;
        while (end < section.Length && char.ToLowerInvariant(section[end]) == char.ToLowerInvariant(section[at])) end++;
        return end - at;
    }

    private static bool IsElapsed(string section, int at) =>
        section[at] == '[' && at + 1 < section.Length && section[at + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S'
        && section.IndexOf(']', at) is var end && end > 0 && section.AsSpan(at + 1, end - at - 1).IndexOfAnyExcept("hHmMsS") < 0;

    private static string Elapsed(char letter, double days) =>
        Math.Floor(days * (char.ToLowerInvariant(letter) switch { 'h' => 24, 'm' => 1440, _ => 86400 }) + 1e-6).ToString("0", CultureInfo.InvariantCulture);
}
