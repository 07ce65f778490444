using System.Globalization;
using System.Resources;

namespace Suite.Tasks.Notifications.Wording;

/// <summary>A part of a sentence that is worded in the sentence's language.</summary>
internal sealed record SentencePart(string Key, int Number);

/// <summary>The sentences of notifications, from the resource files: Chinese, and English beside it.</summary>
internal static class Sentences
{
    /// <summary>Stands between the Chinese and the English sentence.</summary>
    internal const string Between = "  ·  ";

    private static readonly ResourceManager Resources = new("Suite.Tasks.Notifications.Wording.Sentences", typeof(Sentences).Assembly);
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <exception cref="MissingManifestResourceException">No such sentence.</exception>
    internal static string Say(string key, params object[] parts) => In(Chinese, key, parts) + Between + In(English, key, parts);

    private static string In(CultureInfo language, string key, object[] parts) => string.Format(
        CultureInfo.InvariantCulture, Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"There is no sentence '{key}'."),
        [.. parts.Select(p => p is SentencePart part ? In(language, part.Key, [part.Number]) : p)]);
}
