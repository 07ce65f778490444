namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Completes measures that lean on what was said before. A measure that is the end or the beginning of one already named in
/// the task is that one (产业产值 after 纺织服装产业产值); a bare rate belongs to the amount before it (GDP超26亿元，增速8%); progress
/// without a subject has that of its sentence; words that name no subject at all take the workstream, or the place that leads.
/// </summary>
internal sealed class TaskMeasures(string? place, string? theme = null)
{
    private const int MostKnown = 100;
    private const int LongestSubject = 30;
    private const int LongestPart = 20;
    private const int ShortestSubject = 4;
    private const int Short = 8;

    private static readonly string[] BareRates = ["增速", "增幅", "增长", "同比增长", "增长率", "同比", "占比", "比重", "完成率", "总量", "总数", "数量"];
    private static readonly string[] Macro = ["GDP", "地区生产总值", "生产总值", "总产值", "社会消费品零售总额", "固定资产投资", "一般公共预算收入"];

    private static readonly string[] Generic =
    [
        "投资", "工程量", "工程", "建设", "进度", "总量", "产值", "营收", "整体", "主体", "项目", "任务", "资金", "完成", "年度", "累计", "新增", "规模", "达",
        "总", "计划", "目标", "的", "收入", "形象", "节点",
    ];

    private static readonly string[] Wholes = ["整体", "总体"];
    private static readonly string[] Goals = ["目标", "目标任务", "任务目标"];
    private static readonly string[] Steps = ["完成", "实现", "达到", "达", "启动", "推进", "开展"];

    private readonly List<(string Measure, string Unit, string? Workstream, decimal Value)> known = [];
    private readonly List<string> subjects = [];
    private (string Measure, Amount Amount)? previous;

    /// <summary>A new cell or item begins: what stands before it is no antecedent of a bare rate.</summary>
    internal void Begin() => previous = null;

    internal string Complete(string measure, Amount amount, Clauses text, string original, string? workstream)
    {
        var complete = RateOfPrevious(measure, amount, text) ?? Goal(measure, amount) ?? Part(measure, amount.Unit, workstream) ?? Known(measure, amount.Unit) ?? TakenUp(measure, amount, text, original)
            ?? Longer(measure, amount.Unit, workstream) ?? WithSubject(measure, amount, text, original);
        if (known.Count < MostKnown && !known.Exists(k => k.Measure == complete && k.Unit == amount.Unit && k.Workstream == workstream))
            known.Add((complete, amount.Unit, workstream, amount.Value));
        if (!Words.EndsWithAny(complete, BareRates)) previous = (complete, amount);
        return complete;
    }

    /// <summary>超260亿元，实现增长30%: a rate without a subject, in the sentence of an amount of something else than shares.</summary>
    private string? RateOfPrevious(string measure, Amount amount, Clauses text) =>
        BareRates.Contains(measure) && previous is { } before && !Units.IsShare(before.Amount.Unit)
        && before.Amount.Start >= text.SentenceAt(amount.Start).Start ? before.Measure + measure : null;

    /// <summary>完成全年1400亿元目标任务: the amount tells which target is meant.</summary>
    private string? Goal(string measure, Amount amount) => Words.EndsWithAny(measure, Goals)
        ? known.Where(k => k.Workstream is null && k.Value == amount.Value && k.Unit == amount.Unit).Select(k => k.Measure).FirstOrDefault() : null;

    private string? Known(string measure, string unit) =>
        measure.Length > 2 && known.Exists(k => k.Measure == measure && Kind(k.Unit) == Kind(unit)) ? measure : null;

    /// <summary>
    /// The part of the task, where the measure does not name it: joined where the measure has no subject, set before it otherwise.
    /// A part that is itself an activity adds nothing to a measure the target has named.
    /// </summary>
    private string? Part(string measure, string unit, string? workstream)
    {
        if (workstream is null || measure.Length == 0) return null;
        var part = workstream[(workstream.LastIndexOf('>') + 1)..].Trim();
        if (part.EndsWith("方面", StringComparison.Ordinal)) part = part[..^2];
        if (part.Length is 0 or > LongestPart || HoldsAmount(part)) return null;
        if (part.Length > measure.Length && part.StartsWith(measure, StringComparison.Ordinal)) return part;
        if (Shares(part, measure)) return null;
        if (IsGeneric(measure)) return part + measure;
        return Verbs.Object(part).Length < part.Length && Known(measure, unit) is not null ? null : $"{part}：{measure}";
    }

    /// <summary>A measure named before, in the target or the same part, that this one is the end or the beginning of.</summary>
    private string? Longer(string measure, string unit, string? workstream) => measure.Length < 2 ? null : known
        .Where(k => k.Measure.Length > measure.Length && Kind(k.Unit) == Kind(unit) && (k.Workstream is null || k.Workstream == workstream)
            && (k.Measure.EndsWith(measure, StringComparison.Ordinal)
                || ((measure.Length > 4 || IsOnly(k.Measure, unit)) && k.Measure.StartsWith(measure, StringComparison.Ordinal))))
        .Select(k => k.Measure).FirstOrDefault();

    /// <summary>No other measure has a unit of its kind, so that a verb alone (打通2条 after 打通断头路6条) is enough to mean it.</summary>
    private bool IsOnly(string measure, string unit) => known.TrueForAll(k => k.Measure == measure || Kind(k.Unit) != Kind(unit));

    /// <summary>Words without a subject that take up a word of the clause before: 启动停车场改造项目，完成项目进度30%.</summary>
    private static string? TakenUp(string measure, Amount amount, Clauses text, string original) =>
        IsGeneric(measure) && Before(text.ClauseAt(amount.Start), text, original) is { } context && TakesUp(measure, context)
            ? $"{context}：{measure}" : null;

    private string WithSubject(string measure, Amount amount, Clauses text, string original)
    {
        var clause = text.ClauseAt(amount.Start);
        if (previous is { } before)
        {
            if (BareRates.Contains(measure)) return before.Measure + measure;
            if (measure.Length == 0 || (Verbs.Only(measure) && Kind(before.Amount.Unit) == Kind(amount.Unit))) return WithoutRate(before.Measure);
            if (Units.At(text.Folded, clause.Start, "其中")) return $"{before.Measure.Split("：其中")[0]}：其中{measure}";
            if (IsGeneric(measure) && before.Amount.Start >= clause.Start && Kind(before.Amount.Unit) != Kind(amount.Unit))
                return Verbs.Core(before.Measure) + measure;
            if (IsEconomic(measure) && Industry(before.Measure) is { } industry) return industry + measure;
        }
        else if (Verbs.Only(measure) && SameUnit(amount.Unit) is { } named) return named;
        if (Words.StartsWithAny(measure, Macro) && place is not null) return place + measure;
        if ((ProgressRule.Names(measure) || Verbs.Only(measure)) && SentenceSubject(amount, text, original) is { } subject)
            return measure.StartsWith(subject, StringComparison.Ordinal) ? measure : subject + measure;
        if (Field.Before(clause, text, original) is { } field && !measure.Contains(field, StringComparison.Ordinal)) return $"{field}：{measure}";
        if (measure.Length <= Short && Before(clause, text, original) is { } context && Belongs(measure, context) && !(theme is not null && IsGeneric(context))) return $"{context}：{measure}";
        if (measure.Length == 0 && (theme ?? OnlyKnown()) is { } about) return about;
        return theme is not null && NamesNothing(measure) && !TakesUp(measure, theme) ? $"{theme}：{measure}" : measure;
    }

    /// <summary>What the clause before speaks of, where it has no amount of its own: 加大基础设施投入，确保投资额增长10%.</summary>
    private static string? Before(TextSpan clause, Clauses text, string original)
    {
        var at = clause.Start - 2;
        if (at < text.From || text.Folded[clause.Start - 1] != ',') return null;
        var words = text.ClauseAt(at);
        if (AmountScanner.Scan(text.Folded, words.Start, words.End).Exists(a => !a.InWords)) return null;
        if (Schedules.Enumerator.End(text.Folded, clause.Start) > clause.Start) return null;
        var from = Schedules.Enumerator.End(text.Folded, words.Start);
        var context = Verbs.Object(original[from..words.End]);
        return context.Length is >= 2 and <= LongestSubject ? context : null;
    }

    /// <summary>A measure that needs another's words: it names nothing itself, is so much a head, or takes up a word of the other.</summary>
    private static bool Belongs(string measure, string context) =>
        IsGeneric(measure) || measure.StartsWith('每') || measure.StartsWith("年度", StringComparison.Ordinal) || TakesUp(measure, context);

    private static bool TakesUp(string measure, string context)
    {
        for (var i = 1; i < measure.Length; i++)
            if (context.AsSpan().Contains(measure.AsSpan(i - 1, 2), StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>城镇化率提高1个百分点，达到65%: the level is of what the rate is of.</summary>
    private static string WithoutRate(string measure)
    {
        foreach (var rate in (ReadOnlySpan<string>)["提高", "提升", "增长", "下降", "降低"])
            if (measure.Length > rate.Length && measure.EndsWith(rate, StringComparison.Ordinal)) return measure[..^rate.Length];
        return measure;
    }

    /// <summary>What the task has named so far, where that is one thing: 完成25亿元 after 一般公共预算收入增长4%.</summary>
    private string? OnlyKnown() => known is [{ Workstream: null } only] ? WithoutRate(only.Measure) : null;

    private static bool IsEconomic(string measure) =>
        measure.Length <= Short && (measure.EndsWith("投资", StringComparison.Ordinal) || measure.EndsWith("产值", StringComparison.Ordinal)
            || measure.EndsWith("营收", StringComparison.Ordinal) || measure.EndsWith("规模", StringComparison.Ordinal))
        && !measure.Contains("产业", StringComparison.Ordinal);

    private static string? Industry(string measure)
    {
        var at = measure.IndexOf("产业", StringComparison.Ordinal);
        return at > 1 ? measure[..(at + 2)] : null;
    }

    private string? SameUnit(string unit) => known.Where(k => Kind(k.Unit) == Kind(unit)).Select(k => k.Measure).FirstOrDefault();

    /// <summary>What the sentence's first clause names before its verb, remembered for later sentences that begin with it.</summary>
    private string? SentenceSubject(Amount amount, Clauses text, string original)
    {
        var sentence = text.SentenceAt(amount.Start);
        var first = text.ClauseAt(sentence.Start);
        if (first.End >= amount.Start) first = new TextSpan(first.Start, amount.Start - first.Start);
        var words = original.Substring(first.Start, first.Length);
        if (subjects.FindLast(s => words.StartsWith(s, StringComparison.Ordinal)) is { } named) return named;
        var verb = Steps.Select(s => words.IndexOf(s, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(-1).Min();
        if (verb is < ShortestSubject or > LongestPart || first.End >= amount.Start) return null;
        var subject = Time.Without(words[..verb]);
        if (subject.Length < ShortestSubject) return null;
        if (subjects.Count < MostKnown) subjects.Add(subject);
        return subject;
    }

    private static bool IsGeneric(string measure) => WithoutGeneric(measure).Length <= 2;

    private static bool NamesNothing(string measure) =>
        measure.Length is 1 or 2 || Words.StartsWithAny(measure, Wholes) || (measure.Length > 0 && WithoutGeneric(measure).Length <= 1);

    private static string WithoutGeneric(string measure)
    {
        foreach (var word in Generic) measure = measure.Replace(word, "", StringComparison.Ordinal);
        return measure;
    }

    /// <summary>A label that restates a target (更新改造500公里供水管网); 1号线 is a name.</summary>
    private static bool HoldsAmount(string part) => AmountScanner.Scan(Cells.Width.Fold(part), 0, part.Length).Exists(a => !a.InWords);

    private static bool Shares(string part, string measure) => part.Count(measure.Contains) * 2 >= part.Length;

    private static string Kind(string unit) => Units.IsShare(unit) ? "%" : Units.IsMoney(unit) ? "元" : unit.TrimStart('十', '百', '千', '万', '亿');
}
