using System.Globalization;
using System.Resources;

namespace Suite.Tasks.Decomposition.Wording;

/// <summary>The sentences of diagnostics, from the resource files: Chinese, and English beside it.</summary>
internal static class Findings
{
    /// <summary>Stands between the Chinese and the English sentence.</summary>
    internal const string Between = "  ·  ";

    private static readonly ResourceManager Resources = new("Suite.Tasks.Decomposition.Wording.Findings", typeof(Findings).Assembly);
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <exception cref="MissingManifestResourceException">No such sentence.</exception>
    internal static string Say(string key, params object[] parts) => In(Chinese, key, parts) + Between + In(English, key, parts);

    private static string In(CultureInfo language, string key, object[] parts) => string.Format(
        CultureInfo.InvariantCulture, Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"There is no sentence '{key}'."), parts);
}
