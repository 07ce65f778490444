using System.Globalization;
using System.Resources;

namespace Suite.Directory.Import.Wording;

/// <summary>The sentences of findings and of templates, from the resource files: Chinese, and English beside it.</summary>
static class ImportWords
{
    const string Between = "  ·  ";

    static readonly ResourceManager Resources = new("Suite.Directory.Import.Wording.ImportWords", typeof(ImportWords).Assembly);
    static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <exception cref="MissingManifestResourceException">No such sentence.</exception>
    public static string Say(string key, params object[] parts) => In(Chinese, key, parts) + Between + In(English, key, parts);

    static string In(CultureInfo language, string key, object[] parts) => string.Format(
        CultureInfo.InvariantCulture, Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"There is no sentence '{key}'."), parts);
}
