using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Editions;

/// <summary>A plan of four tasks and a corrected edition of it.</summary>
static class Revised
{
    const string Schools = "新建改建公办中小学校，新增公办学位 3 万个，办好人民满意的教育，让更多孩子在家门口上学。";
    const string Rivers = "推进水环境综合治理，完成河道整治 50 公里，国考断面水质稳定达标，建成污水管网 100 公里。";
    const string Housing = "筹建保障性租赁住房 2 万套，推动老旧小区改造，完善社区配套设施，改善群众居住条件。";

    public static string Issued { get; } = Tables.With(
        Tables.Row("市《政府工作报告》：扩大有效投资。", 1, "完成工业投资 100 亿元，推动重大项目加快建设。",
            "<b>一季度：</b>完成工业投资 20 亿元。<b>二季度：</b>累计完成工业投资 50 亿元。<b>三、四季度：</b>累计完成工业投资 100 亿元。", "虎门镇", "市发展改革局"),
        Tables.Row("市《政府工作报告》：办好民生实事。", 2, Schools, "<b>一季度：</b>开工建设学校。<b>二至四季度：</b>新增学位 3 万个。", "市发展改革局", "各镇街（园区）"),
        Tables.Row("市《政府工作报告》：建设美丽城市。", 3, Rivers, "<b>二季度：</b>完成河道整治 20 公里。<b>四季度：</b>累计完成河道整治 50 公里。", "市水务局", "无"),
        Tables.Row("市《政府工作报告》：改善居住条件。", 4, Housing, "<b>四季度：</b>筹建 2 万套。", "市发展改革局", "市水务局"));

    /// <summary>
    /// Task 1: more investment in target and schedule, 市水务局 supports instead of 市发展改革局. Task 2 unchanged. Task 3 stands as 4, led by
    /// 长安镇. Task 4 is gone. A new task stands as 3.
    /// </summary>
    public static string Edition { get; } = Tables.With(
        Tables.Row("市《政府工作报告》：扩大有效投资。", 1, "完成工业投资 120 亿元，推动重大项目加快建设。",
            "<b>一季度：</b>完成工业投资 20 亿元。<b>二季度：</b>累计完成工业投资 60 亿元。<b>三、四季度：</b>累计完成工业投资 120 亿元。", "虎门镇", "市水务局"),
        Tables.Row("市《政府工作报告》：办好民生实事。", 2, Schools, "<b>一季度：</b>开工建设学校。 <b>二至四季度：</b>新增学位 3 万个。", "市发展改革局", "各镇街（园区）"),
        Tables.Row("市《政府工作报告》：发展数字经济。", 3, "引进数字经济企业 10 家。", "<b>三季度：</b>引进 10 家。", "虎门镇", "无"),
        Tables.Row("市《政府工作报告》：建设美丽城市。", 4, Rivers, "<b>二季度：</b>完成河道整治 20 公里。<b>四季度：</b>累计完成河道整治 50 公里。", "长安镇", "市水务局"));
}
