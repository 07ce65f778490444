using System.Globalization;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>A field of a task as text.</summary>
public static class FieldText
{
    const string Between = "、";

    public static string Of(TaskField field, TaskWording task) => field switch
    {
        TaskField.Number => task.Number.ToString(CultureInfo.InvariantCulture),
        TaskField.Section => task.Section,
        TaskField.Requirement => task.Content.Requirement.Text,
        TaskField.Target => task.Content.Target,
        TaskField.Schedule => task.Content.ScheduleText,
        TaskField.Leaders => string.Join(Between, task.Content.Leaders.Select(l => l.DisplayName)),
        TaskField.LeadUnits => string.Join(Between, task.Content.LeadUnits.Select(Of)),
        TaskField.SupportingUnits => string.Join(Between, task.Content.SupportingUnits.Select(Of)),
        TaskField.Label => task.Content.Label,
        TaskField.Attributes => string.Join('；', task.Content.Attributes.Select(a => $"{a.Name}：{a.Text}")),
        _ => string.Join(Between, task.Content.SupportingGroups.Select(g => g.DisplayName)),
    };

    /// <summary>True where another text is another field, whatever its parts say.</summary>
    public static bool DecidesAlone(TaskField field) => field is <= TaskField.Schedule or TaskField.Label;

    /// <summary>The field as the published table heads it.</summary>
    public static string NameOf(TaskField field) => field switch
    {
        TaskField.Number => "序号",
        TaskField.Section => "部分",
        TaskField.Requirement => "总体要求",
        TaskField.Target => "年度目标",
        TaskField.Schedule => "季度安排",
        TaskField.Leaders => "责任领导",
        TaskField.LeadUnits => "牵头单位",
        TaskField.Label => "编号",
        TaskField.Attributes => "其他栏目",
        _ => "协助单位",
    };

    public static string Of(ResponsibleUnit unit) =>
        $"{unit.DisplayName}{(unit.HostDisplayName is null ? "" : $"（{unit.HostDisplayName}）")}{unit.Role}";
}
