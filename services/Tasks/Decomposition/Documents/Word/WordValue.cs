using System.Globalization;
using Suite.Tasks.Decomposition.Documents.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>Values of WordprocessingML's attributes.</summary>
internal static class WordValue
{
    /// <summary>A property that is on unless it says otherwise (17.17.4).</summary>
    internal static bool Flag(PartReader reader) => reader["val"] is not ("0" or "false" or "off");

    /// <summary>An integer, null where it is none; numbers beyond a million are cut there.</summary>
    internal static int? Number(string? value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, -1_000_000, 1_000_000) : null;

    /// <summary>outlineLvl counts from 0, and 9 is body text.</summary>
    internal static int? Level(string? value) => Number(value) is >= 0 and <= 9 and var level ? (level + 1) % 10 : null;
}
