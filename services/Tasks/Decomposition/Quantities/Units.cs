namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Units: an optional magnitude (十 百 千 万 亿) and a measure word. Words that only look like one because a noun begins with
/// the same character (3部门, 5项目) are not taken.
/// </summary>
internal static class Units
{
    private static readonly string[] Measures =
    [
        // money
        "美元", "欧元", "港元", "港币", "元",
        // area, length, volume, weight, power
        "平方公里", "平方千米", "平方米", "公顷", "平米", "亩", "延米", "公里", "千米", "海里", "米", "立方米", "立方", "吨标准煤", "吨", "斤", "担", "公斤",
        "千克", "微克", "毫克", "千瓦时", "度", "千瓦", "兆瓦时", "兆瓦", "吉瓦", "千伏安", "标准箱", "标箱", "TEU", "PFlops", "PB", "TB",
        // shares and rates
        "个百分点", "百分点", "%", "‰", "倍", "分贝", "摄氏度",
        // people and occasions
        "人次", "人日", "人", "名", "位", "户次", "户", "家次", "间次", "场次", "批次", "班次", "车次", "架次", "轮次", "件次", "件套", "例次",
        "次", "场", "批", "轮", "期", "班",
        // things
        "个", "家", "项", "座", "所", "间", "套", "台", "辆", "艘", "架", "条", "张", "支", "份", "件", "宗", "处", "片", "块", "栋", "幢", "株",
        "棵", "根", "眼", "羽", "头", "只", "本", "册", "篇", "部", "首", "例", "起", "单", "笔", "款", "组", "对", "门", "节", "堂", "课时", "学时", "种", "类",
        "列", "口", "枚", "颗", "床", "席", "站", "支队", "村", "镇", "桩", "枪", "盏", "副", "幅", "面", "顶", "道", "段", "层", "分", "集",
    ];

    private static readonly string[] Sizes = ["米", "里", "公顷", "亩", "吨", "斤", "担", "千克", "克", "立方", "度", "煤", "时", "PB", "TB"];

    /// <summary>Nouns whose first character is a measure word.</summary>
    private static readonly string[] Nouns =
    [
        "部门", "项目", "条例", "条件", "场景", "场馆", "场所", "名单", "名录", "批准", "组织", "组团", "对接", "对口", "位置", "期间", "类别", "类型",
        "支持", "支付", "件事", "家庭", "家长", "人才", "人口", "人员", "人工", "台账", "条线", "道路", "站点", "所有", "点", "起步", "起草", "面积",
        "段落", "班子", "位于", "村民", "镇街", "分局", "分类", "分钟", "分期", "集团", "集聚", "集中", "口岸", "口径", "本科", "本地", "单位", "层级",
        "门类", "节点", "级", "根据", "根本", "眼科", "度假", "度夏", "度冬",
    ];

    private const int LongestName = 8;

    private static readonly Dictionary<char, string[]> ByFirst = Measures
        .GroupBy(m => m[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(m => m.Length).ToArray());

    /// <summary>The units plans are full of, so that each is kept once however often it stands there.</summary>
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Common =
        Measures.SelectMany(m => (string[])[m, "万" + m, "亿" + m]).Distinct().ToDictionary(name => name).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Magnitude and measure word as one.</summary>
    internal static string Name(ReadOnlySpan<char> magnitude, ReadOnlySpan<char> measure)
    {
        Span<char> name = stackalloc char[LongestName];
        if (magnitude.Length + measure.Length > name.Length) return string.Concat(magnitude, measure);
        magnitude.CopyTo(name);
        measure.CopyTo(name[magnitude.Length..]);
        name = name[..(magnitude.Length + measure.Length)];
        return Common.TryGetValue(name, out var common) ? common : name.ToString();
    }

    internal static bool IsMagnitude(char c) => c is '十' or '百' or '千' or '万' or '亿';

    /// <summary>Where the measure word at <paramref name="start"/> ends; <paramref name="start"/> where there is none.</summary>
    internal static int MeasureEnd(string folded, int start)
    {
        if (start >= folded.Length || !ByFirst.TryGetValue(folded[start], out var measures)) return start;
        foreach (var measure in measures)
            if (At(folded, start, measure)) return measure.Length == 1 && Words.OneAt(folded, start, Nouns) is not null ? start : start + measure.Length;
        return start;
    }

    /// <summary>True for a word that is a unit and nothing else: 亿元, 万人次, 微克/立方米.</summary>
    internal static bool Is(string folded)
    {
        var start = 0;
        while (start < folded.Length && IsMagnitude(folded[start]) && MeasureEnd(folded, start) == start) start++;
        var end = MeasureEnd(folded, start);
        return start > 0 && start == folded.Length || end > start && RatioEnd(folded, end) == folded.Length;
    }

    /// <summary>Where a unit per another ends: 微克/立方米, 元/吨.</summary>
    internal static int RatioEnd(string folded, int measureEnd)
    {
        if (measureEnd >= folded.Length || folded[measureEnd] != '/') return measureEnd;
        var per = measureEnd + 1;
        while (per < folded.Length && IsMagnitude(folded[per])) per++;
        var end = MeasureEnd(folded, per);
        if (end > per) return end;
        return measureEnd + 1 < folded.Length && folded[measureEnd + 1] is '日' or '年' or '月' or '天' or '秒' or '时' ? measureEnd + 2 : measureEnd;
    }

    internal static bool IsShare(string unit) => unit.EndsWith('%') || unit.EndsWith("百分点", StringComparison.Ordinal) || unit is "‰" or "倍";

    internal static bool IsMoney(string unit) => unit.EndsWith('元') || unit.EndsWith("港币", StringComparison.Ordinal);

    /// <summary>A capacity, which names a plant rather than counts one.</summary>
    internal static bool IsPower(string unit) => unit.EndsWith('瓦') || unit.EndsWith("千伏安", StringComparison.Ordinal);

    /// <summary>An extent or a weight, which may describe a thing beside its count.</summary>
    internal static bool IsSize(string unit) => IsMoney(unit) || IsPower(unit) || Words.EndsWithAny(unit, Sizes);

    internal static bool At(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
