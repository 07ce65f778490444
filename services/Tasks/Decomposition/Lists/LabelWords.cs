using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Lists;

/// <summary>
/// The words before a colon that tell who is responsible for an item, and when it is due: 责任单位, 配合部门, 分管领导, 完成时限. They are
/// the names of columns, with the roots of <see cref="ColumnWords"/>.
/// </summary>
internal static class LabelWords
{
    private static readonly string[] Parts =
    [
        "牵头", "责任", "主办", "主责", "承办", "配合", "协办", "协助", "协同", "参与", "参加", "落实", "实施", "负责", "执行", "分管", "包保", "包联", "挂点", "挂钩", "联系",
        "主要", "其他", "具体", "第一", "共同", "牵头责任", "配合责任", "协助责任", "具体责任", "第一责任", "责任落实", "牵头负责", "主管", "市级牵头", "县级牵头", "区级牵头",
        "市级责任", "县级责任", "区级责任", "市", "市级", "县级", "区级", "分管市", "分管县", "分管区", "牵头市", "牵头县", "牵头区", "责任市", "责任县", "责任区",
    ];

    private static readonly string[] Bodies = ["单位", "部门", "领导", "人", "处室", "科室", "主体", "机构", "市领导", "县领导", "区领导", "同志"];

    private static readonly string[] Others =
    [
        "牵头", "主办", "承办", "配合", "协办", "协助", "完成时限", "完成时间", "完成期限", "办结时限", "办理时限", "整改时限", "工作时限", "时限", "期限", "时限要求", "时间要求",
        "时间节点", "完成节点", "进度安排", "季度安排", "时间安排", "工作安排", "推进计划", "进度计划", "工作计划", "工作进度", "时序进度", "阶段目标", "节点目标", "年度目标",
        "目标任务", "工作目标", "工作措施", "主要措施", "具体措施", "工作举措", "主要举措", "备注", "联系电话", "任务来源",
    ];

    /// <summary>Longer ones first, so that 配合责任单位 is found before 责任单位.</summary>
    private static readonly (string Word, ColumnKind Kind)[] All =
    [
        .. Parts.SelectMany(p => Bodies.Select(b => p + b)).Concat(Others).Distinct()
            .Select(w => (w, ColumnWords.KindOf(w))).Where(w => w.Item2 != ColumnKind.None).OrderByDescending(w => w.w.Length),
    ];

    /// <summary>The label that ends before the colon at <paramref name="colon"/> of a text in half width; where it starts, or -1.</summary>
    internal static (int Start, ColumnKind Kind) EndingAt(string folded, int from, int colon)
    {
        foreach (var (word, kind) in All)
        {
            var start = colon - word.Length;
            if (start >= from && string.CompareOrdinal(folded, start, word, 0, word.Length) == 0) return (start, kind);
        }
        return (-1, ColumnKind.None);
    }
}
