using System.Text;

namespace Suite.Indicators.Series;

/// <summary>Compares what commitments measure, whatever light words stand around it: 累计完成工业投资 and 力争工业投资 are one measure.</summary>
public static class MeasureName
{
    /// <summary>Words that say how an amount is counted or wished for, not what is counted.</summary>
    static readonly string[] LightWords =
    [
        "力争", "争取", "确保", "预计", "计划", "推动", "促进", "推进", "累计", "合计", "总计", "全年", "年内", "当年", "本年", "本季度", "季度", "完成", "实现", "达到", "达成", "达",
        "新增", "共计", "共", "不少于", "不低于", "超过", "约",
    ];

    /// <summary>
    /// The measure in compatibility form (NFKC), without white space, and without light words at either end. A light word is kept
    /// where nothing worth naming would be left: 完成率 stays 完成率.
    /// </summary>
    public static string Normalise(string measure)
    {
        var name = Fold(measure);
        while (Shorten(name) is { } shorter) name = shorter;
        return name;
    }

    /// <summary>Compatibility form without white space: for units, and for names that are compared as they are.</summary>
    public static string Fold(string text) => string.Concat(Sound(text).Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    static string? Shorten(string name)
    {
        foreach (var word in LightWords)
        {
            if (name.Length < word.Length + 2) continue;
            if (name.StartsWith(word, StringComparison.Ordinal)) return name[word.Length..];
            if (name.EndsWith(word, StringComparison.Ordinal)) return name[..^word.Length];
        }

        return null;
    }

    /// <summary>Normalising refuses text with halves of surrogate pairs.</summary>
    static string Sound(string text) => string.Concat(text.EnumerateRunes());
}
