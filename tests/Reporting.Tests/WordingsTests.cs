using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Shouldly;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Tests;

public sealed class WordingsTests
{
    [Fact]
    public void Wordings_EveryLanguage_HasTheSameWordsWithTheSamePlaces()
    {
        var chinese = Words(CultureInfo.InvariantCulture);
        var english = Words(CultureInfo.GetCultureInfo("en"));

        english.Keys.ShouldBe(chinese.Keys, ignoreOrder: true);
        foreach (var (key, word) in english) Places(word).ShouldBeSubsetOf(Places(chinese[key]), key);
    }

    [Fact]
    public void Wordings_AnUnknownWord_Fails() => Should.Throw<MissingManifestResourceException>(() => Sample.Words()["Nothing"]);

    static Dictionary<string, string> Words(CultureInfo language) =>
        new ResourceManager("Suite.Reporting.Wording.Wordings", typeof(Wordings).Assembly).GetResourceSet(language, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    static IEnumerable<string> Places(string word) => Regex.Matches(word, @"\{(\d)", RegexOptions.NonBacktracking).Select(m => m.Groups[1].Value);
}
