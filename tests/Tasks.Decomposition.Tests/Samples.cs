namespace Suite.Tasks.Decomposition.Tests;

/// <summary>A small table in our own words that uses the forms real ones use.</summary>
internal static class Samples
{
    internal const string Header = "总体要求 (原文表述)\t年度目标\t季度安排\t责任领导\t牵头单位\t协助单位";

    internal static string Table { get; } = string.Join('\n',
        "附件：",
        "## 2025 年市政府重点工作任务分解表",
        "制表单位：市政府办公室（督查室）",
        "印发时间：2025 年 3 月 7 日",
        "",
        Header,
        "<b>市《政府工作报告》(第 1 项-4 项)</b>\t\t\t\t\t",
        "市《政府工作报告》： 建好绿道和 书屋，让市民多一处去处。\t1. 新建绿道 60 公里，新增书屋不少于 12 间。\t"
            + "<b>一季度：</b>完成选址。<b>二季度：</b>新建绿道 20 公里，新增书屋 4 间。<b>三季度：</b>累计新建绿道 40 公里。<b>四季度：</b>累计新建绿道 60 公里，累计新增书屋 12 间。"
            + "\t张 江 李一海\t市林业局\t市财政局、市文广局，各镇街（园区）",
        "\t2. 力争云溪产业产值达到 300 亿元，增长 8%以上。\t<p><b>产值方面：</b>一季度：力争云溪产业产值达到 60 亿元。二、三、四季度：力争产业产值达到 300 亿元。</p>"
            + "<p><b>企业服务方面：</b>每季度走访企业约 50 家。</p>\t王小山 李一海\t云溪镇\t无",
        "",
        Header,
        "<p>市《政府工作报告》： 整治道路，消除路口</p>\t3. 完成 300 处路口改造。\t全年：完成 300 处路口改造。\t王李 小一 山海\t市道安办（市交警支队）\t东坑镇、西坑镇等相关镇街",
        "",
        Header,
        "隐患；建设步道。\t<p>4. 建成步道 9 公里。</p><p>5. 推广共享单位停车位 2 万个以上。</p>\t<p>一季度：完成设计。二至四季度：建成步道 9 公里。</p><p>三季度、四季度：推广停车位 2 万个以上。</p>"
            + "\t<p>张江 李一海</p><p>张江 李一海</p>\t<p>市林业局</p><p>市交通局</p>\t<p>市财政局</p><p>无</p>",
        "");

    /// <summary>A table of one task with this target and this schedule.</summary>
    internal static string OneTask(string target, string schedule) =>
        $"{Header}\n市《政府工作报告》： 做好工作。\t1. {target}\t{schedule}\t张江\t市林业局\t无\n";

    internal static PlannedTask Read(string target, string schedule) => new PlanReader().Read(OneTask(target, schedule)).Tasks.Single();
}
