using FsCheck;
using FsCheck.Fluent;

namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>Tables put together from the pieces real ones use, sensibly or not.</summary>
internal static class SomeTables
{
    private static readonly string[] Titles = ["## 2024年市政府重点工作任务分解表\n", "2025年重点工作\n", "附件\n", "", "##甲：乙\n"];
    private static readonly string[] Notes = ["制表单位：市政府办公室\n", "印发时间：2024 年 3 月 1 日\n", "发布日期：2025-1-31\n"];
    private static readonly string[] Sections = ["<b>市《政府工作报告》(第1项-9项)</b>", "市政府一号文", "十件民生实事（第1项）", "（一）重点工作", "市场监管工作", "一、工业"];

    private static readonly string[] Sources =
        ["<b>市《政府工作报告》：</b>", "市《政府工作报告》：", "市政府一号文:", "<b>十件实事：</b>", "<p>", "做好服务。", "用好“一点两地”机遇；", "加快AI and GDP，", "A<B&amp;C"];

    private static readonly string[] Targets =
        ["完成投资3.5亿元", "新建1—2个站", "，", "；", "。", "增长8%以上", "力争", "2.5万个以上", "《三年计划(2023-2025)》", "AI ", "GDP", "<p>另", "&lt;b>"];

    private static readonly string[] Labels = ["<b>建设方面：</b>", "<b>(1)东馆。</b>", "<b>(2)西馆：</b>", "管理方面：", "<b>一是招商：</b>", "<b>工业、商业</b>："];

    private static readonly string[] Periods =
    [
        "一季度：", "<b>二季度：</b>", "三、四季度:", "全年：", "全年，", "<b>每季度：</b>", "6月底前：", "1.一季度：", "<b>其中二季度：</b>", "前三季度：", "上半年：",
    ];

    /// <summary>A period by its weight alone. Directly behind a name in bold the two would be one run to a word processor.</summary>
    private const string BareInBold = "<b>三季度</b>";

    private static readonly string[] Deeds =
    [
        "完成选址", "计划一、二季度建成1个，三、四季度建成2个", "新建20公里", "累计完成投资3.5亿元", "每季度走访50家", "。", "；", "，", "<p>", "（", "(甲)", "<b>重点</b>", "《一季度：甲》",
    ];

    private static readonly string[] Leaders = ["刘光滨", "曾 鸣", "刘 炜", "黎冯 军彬", "黎军", "冯彬", "叶葆华", "<p>", "、", "阿·甲"];

    private static readonly string[] Units =
    [
        "市财政局", "市道安办（市公安局）", "市水务局具体负责（市城管局协调督促）", "东坑镇等相关镇街", "各镇街（园区）", "相关单位", "市安委会成员单位",
        "市局（甲", "乙）", "洪梅镇", "松山湖 管委会", "市司法局具体负责", "（筹）",
    ];

    internal static Arbitrary<string> Any() => (
        from title in Gen.Elements(Titles)
        from notes in Gen.SubListOf(Notes)
        from rows in Gen.Choose(1, 6).SelectMany(n => Row().ListOf(n))
        select $"{title}{string.Concat(notes)}\n{Samples.Header}\n{Numbered(rows)}").ToArbitrary();

    private static Gen<(string Section, string Requirement, int Skip, string Cells)> Row() =>
        from section in Sometimes(Gen.Elements(Sections), 4)
        from requirement in Sometimes(Words(Sources, 4), 2)
        from skip in Gen.Elements(1, 1, 1, 1, 3)
        from target in Words(Targets, 5)
        from schedule in Gen.Choose(0, 4).SelectMany(n => Part().ListOf(n)).Select(string.Concat)
        from leaders in OrNobody(Words(Leaders, 3, " "))
        from lead in OrNobody(Words(Units, 2, "、"))
        from support in OrNobody(Words(Units, 4, "、"))
        select (section, requirement, skip, $"做好{target}\t{schedule}\t{leaders}\t{lead}\t{support}");

    private static Gen<string> Part() =>
        from paragraph in Gen.Elements("", "<p>", "</p>")
        from label in Sometimes(Gen.Elements(Labels), 3)
        from inner in Sometimes(Gen.Elements(Labels), 6)
        from first in Entry(Periods)
        from others in Gen.Choose(0, 3).SelectMany(n => Entry([.. Periods, BareInBold]).ListOf(n)).Select(string.Concat)
        from end in Gen.Elements("", "。", "；")
        let names = label.Length > 0 && inner.Length > 0 ? $"<p>{label}{inner}" : $"{paragraph}{label}"
        select $"{names}{first}{others}{end}";

    private static Gen<string> Entry(string[] periods) =>
        from period in Gen.Elements(periods)
        from deeds in Words(Deeds, 4)
        select $"{period}做好{deeds}。";

    private static string Numbered(IEnumerable<(string Section, string Requirement, int Skip, string Cells)> rows)
    {
        var (text, number) = ("", 0);
        foreach (var row in rows)
        {
            if (row.Section.Length > 0) text += $"{row.Section}\t\t\t\t\t\n";
            text += $"{row.Requirement}\t{number += row.Skip}. {row.Cells}\n";
        }

        return text;
    }

    private static Gen<string> Words(string[] pieces, int most, string between = "") =>
        Gen.Choose(0, most).SelectMany(n => Gen.Elements(pieces).ListOf(n)).Select(list => string.Join(between, list));

    private static Gen<string> OrNobody(Gen<string> names) => Gen.Choose(1, 8).SelectMany(n => n == 1 ? Gen.Constant("无") : names);

    private static Gen<string> Sometimes(Gen<string> words, int of) => Gen.Choose(1, of).SelectMany(n => n == 1 ? words : Gen.Constant(""));
}
