using System.Globalization;

namespace Suite.Reporting.Documents;

static class Colours
{
    /// <summary>White letters stand out from it better than black ones (WCAG 2, relative luminance).</summary>
    /// <param name="colour">Six hexadecimal digits.</param>
    public static bool IsDark(string colour) => (0.2126 * Light(colour, 0)) + (0.7152 * Light(colour, 2)) + (0.0722 * Light(colour, 4)) < 0.179;

    static double Light(string colour, int at)
    {
        var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
