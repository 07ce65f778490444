using System.Collections;
using System.Globalization;
using System.Resources;
using Shouldly;
using Suite.Tasks.Decomposition.Wording;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

public sealed class FindingsTests
{
    private static Dictionary<string, string> Sentences(string language)
    {
        var resources = new ResourceManager("Suite.Tasks.Decomposition.Wording.Findings", typeof(Findings).Assembly);
        using var set = resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: language != "en")!;
        return set.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    [Fact]
    public void Findings_EverySentence_StandsInBothLanguagesWithTheSameParts()
    {
        var (chinese, english) = (Sentences("zh-CN"), Sentences("en"));
        english.Keys.ShouldBe(chinese.Keys, ignoreOrder: true);
        foreach (var (key, sentence) in chinese)
            for (var part = 0; part < 4; part++)
                english[key].Contains($"{{{part}}}", StringComparison.Ordinal).ShouldBe(sentence.Contains($"{{{part}}}", StringComparison.Ordinal), key);
    }

    [Fact]
    public void Say_AnySentence_HasChineseFirst() =>
        Findings.Say("LeaderMissing").ShouldBe($"该任务没有责任领导。{Findings.Between}The task has no leader.");

    [Fact]
    public void Say_UnknownSentence_Throws() => Should.Throw<MissingManifestResourceException>(() => Findings.Say("None"));
}
