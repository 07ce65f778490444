namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Words that say how an amount comes about, not what it is an amount of.</summary>
internal static class Verbs
{
    /// <summary>Verbs whose object is made, held or brought about.</summary>
    internal static readonly string[] Makers =
    [
        "新增", "新建", "建成", "建设", "完成", "举办", "开展", "组织", "打造", "培育", "引进", "创建", "推出", "发布", "召开", "举行", "实施", "投资", "实现",
        "改造", "推荐", "遴选", "评选", "选树", "确定", "认定", "开工", "投产", "推动", "新改扩建", "改扩建", "引育", "落地", "储备", "谋划", "盘活",
    ];

    /// <summary>共 before a number is "altogether"; 公共 and 共享 are words of their own.</summary>
    private const string Together = "共";

    private static readonly string[] Plain =
        [.. Makers, "累计", "争取", "力争", "确保", "计划", "全市", "全年", "处置", "以上", "达到", "总额", "面积", "达", "合计", "总计", Together, "的", "我市", "规模", "数量", "总数"];

    /// <summary>What remains of a measure without such words, to recognise it when it is put differently.</summary>
    internal static string Core(string measure)
    {
        var core = measure;
        foreach (var word in Plain)
            if (word != Together) core = core.Replace(word, "", StringComparison.Ordinal);
        if (core.StartsWith(Together) && !(core.Length > 1 && core[1] is '享' or '同' or '有')) core = core[1..];
        return core.Length == 0 ? measure : core;
    }

    private static readonly string[] Manners =
        ["累计", "力争", "争取", "全年", "大力", "全力", "持续", "进一步", "深入", "积极", "加快", "加大", "加强", "全面", "稳步", "重点", "推进", "支持", "督促", "指导", "做好", "落实", "结合", "启动"];

    /// <summary>A clause without the verbs and manners it begins with and the verb it ends with: what it is about.</summary>
    internal static string Object(string clause)
    {
        for (var changed = true; changed;)
        {
            var before = clause.Length;
            foreach (var word in (ReadOnlySpan<string[]>)[Manners, Makers])
                foreach (var opener in word)
                    if (clause.StartsWith(opener, StringComparison.Ordinal)) clause = clause[opener.Length..];
            changed = clause.Length < before;
        }
        return clause;
    }

    /// <summary>The verbs a clause begins with, which its later nouns share: 新建、改扩建中小学15所、幼儿园19所. None where the noun brings its own.</summary>
    internal static string Shared(string clause, string noun)
    {
        if (Words.StartsWithAny(noun, Makers) || Words.EndsWithAny(noun, Makers)) return "";
        var at = 0;
        while (Words.OneAt(clause, at, Manners) is { } manner) at += manner.Length;
        var from = at;
        while (Words.OneAt(clause, at, Makers) is { } maker)
        {
            at += maker.Length;
            if (at + 1 < clause.Length && clause[at] == '、' && Words.OneAt(clause, at + 1, Makers) is not null) at++;
        }
        return clause[from..at] is "推动" or "完成" or "实现" or "力争" ? "" : clause[from..at];
    }

    /// <summary>True where the words name nothing: 累计共建设.</summary>
    internal static bool Only(string measure)
    {
        foreach (var word in Plain) measure = measure.Replace(word, "", StringComparison.Ordinal);
        return measure.Length == 0;
    }
}
