using System.Globalization;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Api;

/// <summary>Decimal text, as quantities travel.</summary>
static class Decimals
{
    /// <summary>Larger amounts would not survive being added up.</summary>
    public const decimal Largest = 1_000_000_000_000_000_000m;

    const int MostPlaces = 8;

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static decimal Required(string text, string field) =>
        Read(text) ?? throw Problems.InvalidField(field, $"must be a decimal number such as 411.5, at most 18 digits before the point and {MostPlaces} behind it.");

    /// <summary>Null for an empty text.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static decimal? Optional(string text, string field) => text.Length == 0 ? null : Required(text, field);

    /// <summary>Null for a text that is none, or too large or fine to be kept.</summary>
    public static decimal? Read(string text) =>
        text.Length <= 40 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) < Largest && decimal.Round(value, MostPlaces) == value
            ? value
            : null;

    /// <summary>Without an exponent and without zeros at its end; empty for null.</summary>
    public static string Text(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
