using System.Globalization;

namespace Suite.TableFiles.Office;

/// <summary>Values of attributes in Office files.</summary>
public static class AttributeValue
{
    /// <summary>A property that is on unless it says otherwise (17.17.4).</summary>
    public static bool Flag(PartReader reader) => reader["val"] is not ("0" or "false" or "off");

    /// <summary>An integer, null where it is none; numbers beyond a million are cut there.</summary>
    public static int? Number(string? value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, -1_000_000, 1_000_000) : null;
}
