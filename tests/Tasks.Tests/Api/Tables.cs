namespace Suite.Tasks.Tests.Api;

/// <summary>Small tables in the published layout.</summary>
static class Tables
{
    const string Head = "## 2024 年市政府重点工作任务分解表\n\n制表单位：市政府办公室（督查室）\n\n印发时间：2024 年 3 月 1 日\n\n";
    const string Columns = "总体要求 (原文表述)\t年度目标\t季度安排\t责任领导\t牵头单位\t协助单位\n";

    /// <summary>Two tasks: one with an amount for every quarter, one with a ratio.</summary>
    public static string TwoTasks { get; } = Head + Columns
        + "<b>市《政府工作报告》(第 1 项-2 项)</b>\n"
        + Row("市《政府工作报告》：扩大有效投资。", 1, "完成工业投资 100 亿元。",
            "<b>一季度：</b>完成工业投资 20 亿元。<b>二季度：</b>累计完成工业投资 50 亿元。<b>三季度：</b>累计完成工业投资 70 亿元。<b>四季度：</b>累计完成工业投资 100 亿元。",
            "虎门镇", "市发展改革局、各镇街（园区）")
        + Row("", 2, "规上企业研发机构覆盖率达到 80%。", "<b>一季度：</b>摸清底数。<b>二至四季度：</b>逐家推动。", "市水务局", "无");

    /// <summary>A task that a bureau leads and every town has a part of: an amount and a ratio each quarter.</summary>
    public static string ForTowns { get; } = Head + Columns
        + Row("市《政府工作报告》：治水。", 1, "全市完成治水投资 100 亿元。",
            "<b>一季度：</b>完成治水投资 20 亿元，污水收集率达到 80%。<b>二季度：</b>累计完成治水投资 50 亿元。<b>三季度：</b>累计完成治水投资 70 亿元。<b>四季度：</b>累计完成治水投资 100 亿元。",
            "市水务局", "市发展改革局、各镇街（园区）");

    public static string Unresolved { get; } = Head + Columns + Row("市《政府工作报告》：某事。", 1, "办好某事。", "<b>一季度：</b>启动。", "市从未有过的局", "无");

    /// <summary>Many tasks of one line each.</summary>
    public static string Of(int tasks) => Head + Columns
        + string.Concat(Enumerable.Range(1, tasks).Select(n => Row(n == 1 ? "要求。" : "", n, $"完成第{n}批投资 {n} 亿元。", "<b>一季度：</b>启动。", "虎门镇", "无")));

    /// <summary>A table of any rows.</summary>
    public static string With(params IEnumerable<string> rows) => Head + Columns + string.Concat(rows);

    public static string Row(string requirement, int number, string target, string schedule, string lead, string support) =>
        $"{requirement}\t{number}. {target}\t{schedule}\t刘光滨\t{lead}\t{support}\n";
}
