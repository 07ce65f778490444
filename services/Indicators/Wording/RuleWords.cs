using System.Globalization;
using System.Resources;

namespace Suite.Indicators.Wording;

/// <summary>Sentences about figures, in Chinese with English beside it, from the resource files.</summary>
public static class RuleWords
{
    static readonly ResourceManager Resources = new("Suite.Indicators.Wording.RuleWords", typeof(RuleWords).Assembly);
    static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <exception cref="MissingManifestResourceException">No such sentence.</exception>
    public static string Format(string key, params object?[] parts) => $"{In(Chinese, key, parts)} / {In(English, key, parts)}";

    /// <summary>411.5亿元</summary>
    public static string Amount(decimal? value, string unit) =>
        value is null ? "…" : string.Create(CultureInfo.InvariantCulture, $"{value.Value:0.########}{unit}");

    static string In(CultureInfo language, string key, object?[] parts) => string.Format(CultureInfo.InvariantCulture,
        Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"There is no sentence '{key}'."), parts);
}
