using System.Collections;
using System.Globalization;
using System.Resources;
using Suite.Walkthrough.Text;

namespace Suite.Walkthrough.Tests;

public sealed class WordsTests
{
    static readonly ResourceManager Resources = new(typeof(Words));

    /// <summary>What the walkthrough reports goes into an official notice, which is Chinese.</summary>
    static readonly string[] ChineseAlone = ["Narrative"];

    [Fact]
    public void Resources_BothLanguages_HaveTheSameKeys() => Keys("en").Concat(ChineseAlone).Order(StringComparer.Ordinal).ShouldBe(Keys("zh-CN"));

    [Fact]
    public void Both_ChineseFirst_EnglishBesideIt() => Words.Both("Tasks", 3, 4).ShouldBe("任务 3 / 4 项  ·  tasks 3 of 4");

    static List<string> Keys(string culture) =>
    [
        .. Resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: culture != "en")!
            .Cast<DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal),
    ];
}
