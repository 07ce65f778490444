using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// What is counted: the words of the clause around the number, without what only says how firmly, when, or how much. Several
/// numbers in a clause divide it at 、 和 及.
/// </summary>
internal static class MeasureRule
{
    private const int Longest = 40;

    private static readonly string[] Openers =
    [
        "力争", "争取", "确保", "计划", "预计", "拟", "全年", "年内", "累计", "共", "完成", "实现", "推动", "达到", "达", "平均", "全市", "进一步", "并", "再",
        "努力", "其中", "上半年", "下半年", "基本", "和", "及", "以及", "初步", "在",
    ];

    private static readonly string[] Closers =
    [
        "不少于", "不低于", "不小于", "不超过", "超过", "突破", "至少", "达到", "达", "超", "约", "近", "为", "在", "到", "至", "完成", "共", "累计", "力争", "保持在",
        "控制在", "不高于", "最高", "向", "实现", "总数", "：",
    ];

    private static readonly string[] Leads = ["以上", "及以上", "或以上", "左右", "以下", "以内", "的", "多", "余"];

    /// <summary>The measure, and the span of the words with the number, unit and comparator.</summary>
    internal static (string Measure, TextSpan Words) Read(Amount amount, Clauses text, string original, int previousEnd, int nextStart)
    {
        var clause = text.ClauseAt(amount.Start);
        var from = previousEnd > clause.Start ? BehindConjunction(text, previousEnd, amount.Start) : clause.Start;
        var to = nextStart < clause.End ? BeforeConjunction(text, amount.End, nextStart) : clause.End;
        from = Enumerated(text.Folded, from, amount.Start);
        var left = Trim(original[from..amount.Start], Openers, Closers);
        var right = Head(original[amount.End..to]);
        var measure = left + right;
        return (measure.Length > Longest ? Cut(left, right) : measure, new TextSpan(from, to - from));
    }

    private static int Enumerated(string folded, int from, int to) => Math.Min(to, Schedules.Enumerator.End(folded, from));

    private static int BehindConjunction(Clauses text, int previousEnd, int start)
    {
        for (var i = start - 1; i >= previousEnd; i--)
            if (text.Folded[i] is '、' or '和' or '及' or '(' or ')' && !Enclosures.Holds(text.Enclosures, i)) return i + 1;
        return previousEnd;
    }

    private static int BeforeConjunction(Clauses text, int end, int nextStart)
    {
        for (var i = end; i < nextStart; i++)
            if (text.Folded[i] is '、' or '和' or '及' or '(' or ')' && !Enclosures.Holds(text.Enclosures, i)) return i;
        return nextStart;
    }

    private static string Cut(string left, string right) =>
        left.Length >= Longest ? left[^Longest..] : left + right[..Math.Min(right.Length, Longest - left.Length)];

    private static string Head(string right)
    {
        foreach (var lead in Leads)
            if (right.StartsWith(lead, StringComparison.Ordinal)) right = right[lead.Length..];
        return right.Trim('（', '）', '(', ')', '、', '，', ',', '：', ':');
    }

    private static string Trim(string left, string[] openers, string[] closers)
    {
        for (var changed = true; changed;)
        {
            var before = left.Length;
            foreach (var opener in openers)
                if (left.StartsWith(opener, StringComparison.Ordinal)) left = left[opener.Length..];
            foreach (var closer in closers)
                if (left.EndsWith(closer, StringComparison.Ordinal)) left = left[..^closer.Length];
            left = WithoutYear(left).Trim('（', '）', '(', ')', '、', '，', ',', '：', ':');
            changed = left.Length < before;
        }
        return left;
    }

    private static string WithoutYear(string left)
    {
        var folded = Width.Fold(left);
        var year = folded.Length > 4 && folded[4] == '年' && folded.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;
        return year ? left[5..] : left;
    }
}
