using FsCheck;
using FsCheck.Fluent;

namespace Suite.Tasks.Decomposition.Tests.Laws;

/// <summary>Generated plans in the words tables use: parts and nested parts, every way to name quarters, amounts of all kinds.</summary>
internal static class Plans
{
    private static readonly string[] Sentences =
    [
        "完成选址", "新建绿道20公里", "累计新建绿道40公里", "新增书屋不少于12间、阅览室3间", "力争云溪产业产值达到300亿元，增长8%以上", "接入率达到98%以上",
        "举办7-8场对接活动", "实施《名城三年计划（2023—2025年）》", "主体工程完成45%", "招引亿元以上项目10个，其中外资项目3个", "培训1.5万人次",
        "推动第十届展会落地", "5300多亩农田改造动工", "完成投资1,400亿元", "在30天内办结<审前>事项&备案", "开展“一张网”建设", "细颗粒物浓度控制在24.6微克/立方米以下",
        "走访企业约50家", "支持（东区）2家企业申报", "制定GDP核算and统计方案", "认定两批中心", "推动28个镇80%以上村开展分类",
    ];

    private static readonly string[] Parts = ["产业产值方面", "工业投资方面", "东线建设", "“菜篮子”工程", "1号线一期"];
    private static readonly string[] Children = ["（东区）场馆", "体育馆", "泵站改造"];
    private static readonly string[] People = ["张江", "李一海", "王小山", "欧阳明", "陈志"];
    private static readonly string[] Units = ["市林业局", "市道安办（市交警支队）", "云溪镇", "市交投集团", "市水务局具体负责", "市图书馆（筹）"];
    private static readonly string[] Groups = ["各镇街（园区）", "各成员单位", "相关部门"];
    private static readonly string[] Sections = ["政府工作报告", "十件民生实事", "一号文"];
    private static readonly int[][][] Years = [[[1], [2], [3], [4]], [[1, 2], [3, 4]], [[1], [2, 3, 4]], [[1], [2], [3, 4]], [[4]], [[1], [4]]];

    internal static Arbitrary<PlanDocument> All() => (
        from count in Gen.Choose(1, 8)
        from tasks in Gen.ArrayOf(Task(), count)
        from sections in Gen.ArrayOf(Gen.Choose(0, 2), count)
        let ordered = sections.Order().ToList()
        select new PlanDocument(null, null, null, null, [.. tasks.Select((t, i) => t with { Number = i + 1, Section = Sections[ordered[i]] })], [])).ToArbitrary();

    private static Gen<PlannedTask> Task() =>
        from requirement in Gen.Elements("市《政府工作报告》：做好绿道和书屋。", "市政府一号文：推动产业链发展。")
        from target in Text()
        from schedule in Gen.OneOf(Whole(), Year(null), InParts(), Nested())
        from leaders in Some(People, 2)
        from leads in Some(Units, 2)
        from supports in Some(Units, 3)
        from groups in Some(Groups, 1)
        select new PlannedTask(0, "", new RequirementText(requirement, [], []), target, [], "", schedule,
            [.. leaders.Select((l, i) => new LeaderRef(l, i + 1, l))], [.. leads.Select(Unit)], [.. supports.Select(Unit)], [.. groups.Select(g => new GroupRef(g, g))], 1);

    private static Gen<string> Text() =>
        from sentences in Gen.ArrayOf(Gen.Elements(Sentences), 3)
        from count in Gen.Choose(1, 3)
        from sign in Gen.Elements("，", "；", "。")
        select string.Join(sign, sentences.Take(count)) + "。";

    private static Gen<List<ScheduleItem>> Whole() =>
        from kind in Gen.Elements(ScheduleKind.AllYear, ScheduleKind.Unmarked)
        from text in Text()
        select new List<ScheduleItem> { Item(null, [1, 2, 3, 4], kind, text) };

    private static Gen<List<ScheduleItem>> Year(string? part) =>
        from year in Gen.Elements(Years)
        from texts in Gen.ArrayOf(Text(), year.Length + 1)
        from ahead in Gen.Choose(0, 4)
        select ahead == 0
            ? year.Select((q, i) => Item(part, q, ScheduleKind.Quarters, texts[i + 1])).Prepend(Item(part, [1, 2, 3, 4], ScheduleKind.Unmarked, texts[0])).ToList()
            : [.. year.Select((q, i) => Item(part, q, ScheduleKind.Quarters, texts[i]))];

    private static Gen<List<ScheduleItem>> InParts() =>
        from names in Gen.Shuffle(Parts)
        from first in Year(names[0])
        from second in Year(names[1])
        select new List<ScheduleItem>([.. first, .. second]);

    private static Gen<List<ScheduleItem>> Nested() =>
        from part in Gen.Elements(Parts)
        from first in Year($"{part} > {Children[0]}")
        from second in Year($"{part} > {Children[1]}")
        select new List<ScheduleItem>([.. first, .. second]);

    private static Gen<string[]> Some(string[] all, int most) =>
        from shuffled in Gen.Shuffle(all)
        from count in Gen.Choose(0, most)
        select shuffled.Take(count).ToArray();

    private static ScheduleItem Item(string? part, int[] quarters, ScheduleKind kind, string text) => new(part, quarters, kind, text, default, []);

    private static UnitRef Unit(string written)
    {
        var role = written.EndsWith("具体负责", StringComparison.Ordinal) ? "具体负责" : null;
        var host = written.Contains("交警", StringComparison.Ordinal) ? "市交警支队" : null;
        return new UnitRef(written, host is not null ? "市道安办" : role is not null ? written[..^role.Length] : written, host, role);
    }
}
