using System.Globalization;

namespace Suite.Indicators;

/// <summary>A version as callers see it.</summary>
static class Etag
{
    public static string Of(int version) => version.ToString(CultureInfo.InvariantCulture);
}
