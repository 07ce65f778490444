namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// What is counted: the words of the clause around the number, without what only says how firmly, when, or how much. Several
/// numbers in a clause divide it at 、 和 及.
/// </summary>
internal static class MeasureRule
{
    private const int Longest = 40;
    private const int LongestList = 16;


    private static readonly string[] Openers =
    [
        "力争", "争取", "确保", "计划", "预计", "拟", "全年", "年内", "累计", "共", "完成", "实现", "推动", "达到", "达", "平均", "全市", "进一步", "全面", "并", "再",
        "努力", "其中", "上半年", "下半年", "基本", "和", "及", "以及", "初步", "，", ",", "：", ":", "、", "的",
    ];

    private static readonly string[] Closers =
    [
        "提高到", "提高至", "提升到", "提升至", "降至", "降到", "稳定在", "保持在", "控制在",
        "不少于", "不低于", "不小于", "不超过", "超过", "突破", "至少", "达到", "达", "超", "约", "近", "为", "在", "到", "至", "完成", "共", "累计", "力争",
        "不高于", "最高", "≥", "≤", ">=", "<=", ">", "<", "＞", "＜", "=", "＝", "向", "加快", "实现", "争取", "确保", "的", "、", "，", ",", "：", ":",
    ];

    private static readonly string[] Leads = ["以上", "及以上", "或以上", "左右", "以下", "以内", "人民币", "完成", "的", "多", "余", "、", "，", "："];

    /// <summary>The measure, and the span of the words with the number, unit and comparator.</summary>
    internal static (string Measure, TextSpan Words) Read(Amount amount, Clauses text, string original, int previousEnd, int nextStart)
    {
        var clause = text.ClauseAt(amount.Start);
        var from = previousEnd > clause.Start ? BehindConjunction(text, previousEnd, amount.Start) : clause.Start;
        var to = nextStart < clause.End ? BeforeConjunction(text, amount.End, nextStart) : clause.End;
        from = Enumerated(text.Folded, from, amount.Start);
        var words = original[from..amount.Start];
        var left = WithoutList(Trim(words));
        if (from > clause.Start && left.Length > 0) left = Verbs.Shared(original[clause.Start..from], left) + left;
        var right = Described(amount, text, original, nextStart) ?? SharedNoun.Complete(Head(original[amount.End..to]), amount, text, original);
        var measure = Units.IsShare(amount.Unit) ? ProgressRule.Name(left + right, words, text.Folded.AsSpan(amount.End, to - amount.End)) : left + right;
        return (measure.Length > Longest ? Cut(left, right) : measure, new TextSpan(from, to - from));
    }

    /// <summary>The noun behind numbers that only describe it: 1个面积超1500平方米，直播间超15个的直播电商示范项目.</summary>
    private static string? Described(Amount amount, Clauses text, string original, int nextStart)
    {
        var sentence = text.SentenceAt(amount.Start);
        var inner = AmountScanner.Scan(text.Folded, amount.End, Math.Min(nextStart, sentence.End)).FindAll(a => AttributeRule.Is(a, text));
        var of = inner.Count == 0 ? -1 : original.IndexOf('的', inner[^1].End, sentence.End - inner[^1].End);
        return of < 0 ? null : original[(of + 1)..text.ClauseAt(of).End];
    }

    /// <summary>Of a long list of examples before 等 only the verb and the last one stay.</summary>
    private static string WithoutList(string left)
    {
        var last = left.LastIndexOf('、');
        if (left.Length <= LongestList || last < 0 || !left.EndsWith('等')) return left;
        var verb = Words.OneAt(left, 0, Verbs.Makers) ?? "";
        return verb + left[(last + 1)..];
    }

    private static int Enumerated(string folded, int from, int to) => Math.Min(to, Schedules.Enumerator.End(folded, from));

    /// <summary>Where the words of this number begin behind the one before: at the last 、 和 及, or at the bracket it stands in.</summary>
    private static int BehindConjunction(Clauses text, int previousEnd, int start)
    {
        for (var (i, depth) = (start - 1, 0); i >= previousEnd; i--)
        {
            var c = text.Folded[i];
            if (c == ')') depth++;
            else if (c == '(' && depth-- == 0) return i + 1;
            else if (depth == 0 && c is '、' or '和' or '及' && !Enclosures.Holds(text.Enclosures, i)) return i + 1;
        }
        return previousEnd;
    }

    private static int BeforeConjunction(Clauses text, int end, int nextStart)
    {
        var bracket = -1;
        for (var (i, depth) = (end, 0); i < nextStart; i++)
        {
            var c = text.Folded[i];
            if (c == '(' && depth++ == 0) bracket = i;
            else if (c == ')' && depth-- == 0) return i;
            else if (depth == 0 && c is '、' or '和' or '及' && !Enclosures.Holds(text.Enclosures, i)) return i;
            if (depth == 0) bracket = -1;
        }
        return bracket >= 0 ? bracket : nextStart;
    }

    /// <summary>Too long: the verb, the end of what stands before the number, and the beginning of what stands behind.</summary>
    private static string Cut(string left, string right)
    {
        var kept = right[..Math.Min(right.Length, Longest / 2)];
        var room = Longest - kept.Length;
        if (left.Length <= room) return left + kept;
        var verb = Words.OneAt(left, 0, Verbs.Makers) ?? "";
        var from = left.LastIndexOf('、') is var list && left.Length - list - 1 <= room && list > 0 ? list + 1 : left.Length - room;
        return verb + left[from..] + kept;
    }

    private static string Head(string right)
    {
        if (ComparatorRule.Towards.Contains(right)) return "";
        foreach (var lead in Leads)
            if (right.StartsWith(lead, StringComparison.Ordinal)) right = right[lead.Length..];
        return Brackets.Trim(Time.Without(right).Replace("（）", "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal));
    }

    private static string Trim(string left)
    {
        left = Time.Without(left);
        for (var changed = true; changed;)
        {
            var before = left.Length;
            foreach (var opener in Openers)
                if (left.StartsWith(opener, StringComparison.Ordinal) && !IsPartOfName(left, opener)) left = left[opener.Length..];
            foreach (var closer in Closers)
                if (left.EndsWith(closer, StringComparison.Ordinal)) left = left[..^closer.Length];
            left = Brackets.Trim(left);
            changed = left.Length < before;
        }
        return left;
    }

    /// <summary>完成率, 达标率, 再就业: the opener is part of a name.</summary>
    private static bool IsPartOfName(string left, string opener) => opener == "再"
        ? !Words.StartsWithAny(left.AsSpan(1), Verbs.Makers)
        : opener.Length < left.Length && left[opener.Length] is '率' or '度' or '标' or '同';
}
