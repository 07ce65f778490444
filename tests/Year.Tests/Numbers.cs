using System.Globalization;

namespace Suite.Year.Tests;

/// <summary>Decimal text as the doors write it.</summary>
static class Numbers
{
    public static decimal Read(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Per cent to one decimal, halves away from zero.</summary>
    public static decimal Percent(decimal part, decimal whole) => Math.Round(100 * part / whole, 1, MidpointRounding.AwayFromZero);
}
