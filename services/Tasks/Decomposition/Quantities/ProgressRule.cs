namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Names the progress of work: a share of a 工程 is its 进度, a share of a 任务 its 完成率. A share of things that do something
/// (100%接入, 85%中小学校配备) and a ratio (覆盖率, 占比) are no progress.
/// </summary>
internal static class ProgressRule
{
    private static readonly string[] Works = ["工程", "施工", "装修", "安装", "建设", "项目", "主体", "结构", "工程量", "改造"];
    private static readonly string[] Ratios = ["率", "比例", "占比", "比重", "强度", "增长", "增速", "增幅", "压减", "下降", "满意度"];
    private static readonly string[] Done = ["完成", "进度", "达到", "建成", "至"];
    private static readonly string[] Tails = ["以上", "左右", "进度", "工程量", "的", "完成", "建设", "投资", "任务", "及以上"];

    internal static bool Names(string measure) =>
        measure.Contains("进度", StringComparison.Ordinal) || measure.Contains("完成率", StringComparison.Ordinal);

    /// <summary>The measure of a share, with the word for progress where it is one.</summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="lead">The words before the number.</param>
    /// <param name="rest">The words behind its unit, up to the end of the clause.</param>
    internal static string Name(string measure, string lead, ReadOnlySpan<char> rest)
    {
        if (Words.HasAny(measure, Ratios) || Names(measure) || !EndsThere(rest)) return measure;
        if (measure.Length == 0) return lead.Contains("完成", StringComparison.Ordinal) ? "完成率" : "";
        var works = Words.EndsWithAny(measure, Works);
        if (works || (Words.HasAny(measure, Works) && Words.HasAny(lead, Done))) return measure + "进度";
        return Words.HasAny(lead, Done) ? measure + "完成率" : measure;
    }

    private static bool EndsThere(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0 || !char.IsLetter(rest[0])) return true;
        foreach (var tail in Tails)
            if (rest.StartsWith(tail, StringComparison.Ordinal)) return tail is not "以上" || rest.Length == tail.Length || !char.IsLetter(rest[tail.Length]);
        return false;
    }
}
