using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>The heading of a table: which column holds what.</summary>
internal sealed record TableHeader(IReadOnlyList<ColumnRole> Columns)
{
    /// <summary>The words a heading uses for each column, the first match of a role wins, longer words before shorter ones.</summary>
    private static readonly (string Word, ColumnRole Role)[] Vocabulary =
    [
        ("总体要求", ColumnRole.Requirement), ("原文表述", ColumnRole.Requirement), ("任务来源", ColumnRole.Requirement),
        ("工作要求", ColumnRole.Requirement),
        ("季度安排", ColumnRole.Schedule), ("进度安排", ColumnRole.Schedule), ("时间节点", ColumnRole.Schedule),
        ("时间安排", ColumnRole.Schedule), ("推进计划", ColumnRole.Schedule), ("完成时限", ColumnRole.Schedule),
        ("责任领导", ColumnRole.Leaders), ("分管领导", ColumnRole.Leaders), ("牵头领导", ColumnRole.Leaders),
        ("责任市领导", ColumnRole.Leaders), ("市领导", ColumnRole.Leaders),
        ("协助单位", ColumnRole.SupportingUnits), ("配合单位", ColumnRole.SupportingUnits), ("协办单位", ColumnRole.SupportingUnits),
        ("参与单位", ColumnRole.SupportingUnits), ("协同单位", ColumnRole.SupportingUnits),
        ("牵头单位", ColumnRole.LeadUnits), ("主办单位", ColumnRole.LeadUnits), ("责任单位", ColumnRole.LeadUnits),
        ("牵头部门", ColumnRole.LeadUnits), ("责任部门", ColumnRole.LeadUnits),
        ("年度目标", ColumnRole.Target), ("目标任务", ColumnRole.Target), ("工作任务", ColumnRole.Target),
        ("重点任务", ColumnRole.Target), ("任务内容", ColumnRole.Target), ("工作目标", ColumnRole.Target),
        ("序号", ColumnRole.Number), ("编号", ColumnRole.Number),
    ];

    private const int LongestName = 20;

    /// <summary>The heading in these cells, or null: a heading names the target and at least the schedule, a unit or a leader.</summary>
    internal static TableHeader? TryRead(IReadOnlyList<CellText> cells)
    {
        var taken = new HashSet<ColumnRole>();
        var columns = cells.Select(cell => Role(cell.Text, taken)).ToList();
        var rest = columns.Count(c => c is ColumnRole.Schedule or ColumnRole.LeadUnits or ColumnRole.Leaders);
        return taken.Contains(ColumnRole.Target) && rest > 0 ? new TableHeader(columns) : null;
    }

    private static ColumnRole Role(string name, HashSet<ColumnRole> taken)
    {
        if (name.Length is 0 or > LongestName) return ColumnRole.Unknown;
        foreach (var (word, role) in Vocabulary)
            if (name.Contains(word, StringComparison.Ordinal) && taken.Add(role)) return role;
        return ColumnRole.Unknown;
    }
}
