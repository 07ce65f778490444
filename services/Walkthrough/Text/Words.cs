using System.Globalization;
using System.Resources;

namespace Suite.Walkthrough.Text;

/// <summary>The sentences shown to people, from the resource files: Chinese first, English beside it.</summary>
static class Words
{
    const string Between = "  ·  ";

    static readonly ResourceManager Resources = new(typeof(Words));
    static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static string Both(string key, params object?[] values) => In(Chinese, key, values) + Between + In(English, key, values);

    public static string InChinese(string key, params object?[] values) => In(Chinese, key, values);

    static string In(CultureInfo culture, string key, object?[] values) =>
        string.Format(culture, Resources.GetString(key, culture) ?? throw new MissingManifestResourceException(key), values);
}
