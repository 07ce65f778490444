using System.Globalization;

namespace Suite.Directory;

/// <summary>An entity's version as callers see it.</summary>
static class Etag
{
    public static string Of(int version) => version.ToString(CultureInfo.InvariantCulture);
}
