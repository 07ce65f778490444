using System.Globalization;

namespace Suite.Tasks.Plans;

/// <summary>An entity's version as callers see it.</summary>
static class Etag
{
    public static string Of(uint version) => version.ToString(CultureInfo.InvariantCulture);
}
