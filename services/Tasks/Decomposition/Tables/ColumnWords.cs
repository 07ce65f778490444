using System.Buffers;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>
/// The roots that column names are made of. A name is looked through kind by kind, the more telling root first: 配合责任单位 supports,
/// 季度目标 is a schedule, 年度目标任务 a goal. What stands in brackets explains and is passed over.
/// </summary>
internal static class ColumnWords
{
    /// <summary>A heading cell with more characters, brackets left out, is no name.</summary>
    internal const int Longest = 20;

    /// <summary>With what it explains in brackets.</summary>
    internal const int LongestWithBrackets = 80;

    /// <summary>Signs of sentences, titles and labels, which no name of a column has.</summary>
    private static readonly SearchValues<char> NoName = SearchValues.Create("。,;!?《》“”:");

    private static readonly string[] Numbers = ["序号", "编号", "项号", "序列号", "顺序号"];
    private static readonly string[] ShortNumbers = ["序", "号", "项次", "no", "no.", "№", "#"];

    /// <summary>What was done or is to be judged, money, contacts: nothing a plan's columns are about.</summary>
    private static readonly string[] Others =
    [
        "完成情况", "进展", "落实情况", "推进情况", "工作情况", "实际", "完成率", "得分", "评分", "考核", "督查", "督办", "监督", "监管", "验收", "销号", "评估",
        "联系", "联络", "电话", "经费", "资金", "投资", "预算", "金额", "备注", "说明", "附件", "地点", "地址", "性质", "填报", "填表", "制表", "报送", "印发", "审批",
        "计量单位", "权重", "分值",
    ];

    private static readonly string[] LeaderRoots = ["领导", "市长", "县长", "区长", "秘书长", "州长", "盟长", "旗长", "常委", "镇长"];
    private static readonly string[] PersonRoots = ["责任人", "负责人", "牵头人", "负责同志", "责任同志"];
    private static readonly string[] Bodies = ["单位", "部门", "机关", "处室", "科室", "主体", "股室", "机构", "业主", "项目法人"];
    private static readonly string[] SupportRoots = ["配合", "协办", "协助", "协同", "参与", "参加", "协作", "支持", "联办", "会办", "其他"];
    private static readonly string[] LeadRoots = ["牵头", "主办", "主责", "领办"];
    private static readonly string[] ChargedRoots = ["责任", "承办", "负责", "落实", "实施", "执行", "承担", "完成"];
    private static readonly string[] RequirementRoots = ["总体要求", "原文", "来源", "出处", "依据", "工作要求", "总要求", "文件要求"];
    private static readonly string[] ClassRoots = ["类别", "分类", "类型", "板块", "领域", "条线", "专班"];
    private static readonly string[] DeadlineRoots =
        ["时限", "期限", "截止", "完成时间", "完成日期", "时间节点", "节点时间", "完成节点", "时间要求", "办结时间", "起止时间", "起止年限", "计划时间"];

    /// <summary>Alone they name the time itself, which stands beside what is due then: 季度 | 季度工作安排.</summary>
    private static readonly string[] BareTimes = ["时间", "日期", "季度", "月份", "时段", "阶段"];

    private static readonly string[] ScheduleRoots =
    [
        "季度", "进度", "时序", "阶段", "步骤", "月度", "节点", "推进计划", "推进安排", "工作安排", "工作计划", "实施计划", "实施安排", "时间安排", "时间表", "时间计划", "路线图",
    ];

    private static readonly string[] GoalRoots = ["目标", "年度任务", "年度工作任务", "年度重点", "年度计划", "全年任务", "年度工作", "年任务", "年计划", "年指标", "年度指标", "指标任务", "指标值", "目标值", "计划数", "任务数", "预期成效", "预期成果"];
    private static readonly string[] IndicatorNames = ["指标名称", "指标项目", "指标内容"];
    private static readonly string[] MeasureRoots = ["措施", "举措", "做法", "抓手", "路径", "方法"];
    private static readonly string[] ContentRoots = ["内容", "要点", "具体任务", "具体事项", "具体工作", "任务分解", "分解任务", "细化任务", "子任务", "任务细化"];
    private static readonly string[] WorkRoots = ["任务", "事项", "工作", "实事", "要求"];
    private static readonly string[] ItemNames = ["项目", "重点项目", "建设项目", "名称", "标题", "主题", "议题", "课题", "工程"];

    /// <summary>What the name of a column speaks of.</summary>
    /// <param name="folded">The name in half width without white space.</param>
    internal static ColumnKind KindOf(string folded)
    {
        if (folded.Length > LongestWithBrackets) return ColumnKind.None;
        var name = WithoutBrackets(folded).ToLowerInvariant();
        if (name.Length is 0 or > Longest || name.AsSpan().IndexOfAny(NoName) >= 0) return ColumnKind.None;
        if (Words.HasAny(name, Numbers) || ShortNumbers.Contains(name)) return ColumnKind.Number;
        if (Words.HasAny(name, LeaderRoots) && !name.Contains("领导小组", StringComparison.Ordinal)) return ColumnKind.Leaders;
        if (IsIndicator(name)) return ColumnKind.Indicator;
        if (Words.HasAny(name, Others)) return ColumnKind.Other;
        return UnitKind(name) ?? PeriodKind(name) ?? WorkKind(name);
    }

    /// <summary>The words of a column name that name its period: 一季度 in 一季度工作目标; null where it names none.</summary>
    internal static string? PeriodWords(string name)
    {
        var folded = WithoutBrackets(Width.Fold(name));
        return PeriodGrammar.TryRead(folded, 0, out _, out var end) ? folded[..end] : null;
    }

    internal static string WithoutBrackets(string folded)
    {
        var open = folded.AsSpan().IndexOfAny("([〔【");
        while (open >= 0)
        {
            var close = folded.AsSpan(open).IndexOfAny(")]〕】");
            if (close < 0) break;
            folded = folded.Remove(open, close + 1);
            open = folded.AsSpan().IndexOfAny("([〔【");
        }
        return folded;
    }

    /// <summary>指标名称, 主要指标, 考核指标; what an indicator is to reach (年度指标, 指标值) is a goal.</summary>
    private static bool IsIndicator(string name) =>
        (name.EndsWith("指标", StringComparison.Ordinal) || Words.HasAny(name, IndicatorNames)) && !name.Contains('年') && !name.Contains("目标", StringComparison.Ordinal);

    private static ColumnKind? UnitKind(string name)
    {
        var body = Words.HasAny(name, Bodies);
        if (!body && Words.HasAny(name, PersonRoots)) return ColumnKind.Persons;
        if (!body && name is not ("牵头" or "主办" or "配合" or "协办" or "协助" or "承办" or "责任分工" or "任务分工" or "职责分工")) return null;
        if (Words.HasAny(name, SupportRoots)) return ColumnKind.Supporting;
        if (Words.HasAny(name, LeadRoots)) return ColumnKind.Lead;
        return Words.HasAny(name, ChargedRoots) || name.EndsWith("分工", StringComparison.Ordinal) ? ColumnKind.Charged : ColumnKind.Body;
    }

    private static ColumnKind? PeriodKind(string name)
    {
        if (!PeriodGrammar.TryRead(name, 0, out var period, out _)) return null;
        if (name[0] is '年' or '全' || period.Kind != ScheduleKind.Quarters) return name.Length <= 6 ? ColumnKind.YearPeriod : null;
        return ColumnKind.Period;
    }

    private static ColumnKind WorkKind(string name) =>
        Words.HasAny(name, RequirementRoots) ? ColumnKind.Requirement
        : Words.HasAny(name, ClassRoots) ? ColumnKind.Class
        : Words.HasAny(name, DeadlineRoots) || BareTimes.Contains(name) ? ColumnKind.Deadline
        : Words.HasAny(name, MeasureRoots) ? ColumnKind.Measures
        : Words.HasAny(name, ScheduleRoots) ? ColumnKind.Schedule
        : Words.HasAny(name, GoalRoots) ? ColumnKind.Goal
        : Words.HasAny(name, ContentRoots) ? ColumnKind.Content
        : Words.HasAny(name, WorkRoots) ? ColumnKind.Work
        : ItemNames.Contains(name) || name.EndsWith("名称", StringComparison.Ordinal) ? ColumnKind.Item
        : ColumnKind.None;

    /// <summary>YearPeriod's reading where no column beside it is one of a period: 年底目标 is a goal there.</summary>
    internal static ColumnKind YearKind(string name) => WorkKind(WithoutBrackets(name));

}
