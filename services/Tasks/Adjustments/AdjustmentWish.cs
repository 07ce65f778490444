using Suite.Tasks.Decomposition;
using Suite.Tasks.Editions;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Adjustments;

public enum AdjustmentKind
{
    Target = 1,
    Schedule = 2,
    LeadUnits = 3,
    Withdrawal = 4,
}

/// <summary>A field before and after, as both were when the adjustment was written.</summary>
public sealed record AdjustedField(TaskField Field, string OldText, string NewText, IReadOnlyList<DifferencePart> Parts);

/// <summary>What an adjustment asks for. Pure.</summary>
/// <param name="Target">Null where it stays.</param>
/// <param name="Schedule">Null where it stays.</param>
/// <param name="LeadUnits">Empty where they stay.</param>
public sealed record AdjustmentWish(AdjustmentKind Kind, string? Target, string? Schedule, IReadOnlyList<ResponsibleUnit> LeadUnits)
{
    /// <summary>The plan's, whose quarters a schedule names; null in wishes from before it was kept.</summary>
    public int? Year { get; init; }

    /// <summary>What the task says once the wish is granted; a withdrawn task says what it said.</summary>
    /// <exception cref="PlanFormatException">A text cannot be read.</exception>
    public TaskWording Over(TaskWording task)
    {
        var content = task.Content;
        if (Kind == AdjustmentKind.LeadUnits) return task with { Content = content with { LeadUnits = LeadUnits, SupportingUnits = Remaining(content) } };
        if (Target is null && Schedule is null) return task;
        var read = WordingReader.Read(Target ?? content.Target, Schedule ?? content.ScheduleText, content.LeadUnits.Select(u => u.DisplayName).FirstOrDefault(), Year);
        if (Target is not null) content = content with { Target = read.Target, TargetCommitments = read.TargetCommitments };
        if (Schedule is not null) content = content with { ScheduleText = read.ScheduleText, Schedule = read.Schedule };
        return task with { Content = content };
    }

    /// <summary>The fields that become others; none where the wish changes nothing.</summary>
    public IReadOnlyList<AdjustedField> ComparedWith(TaskWording task)
    {
        if (Kind == AdjustmentKind.Withdrawal) return [new(TaskField.Target, task.Content.Target, "", [])];
        var after = Over(task);
        return
        [
            .. from field in new[] { TaskField.Target, TaskField.Schedule, TaskField.LeadUnits, TaskField.SupportingUnits }
            let parts = FieldParts.Of(field, task.Content, after.Content)
            let old = FieldText.Of(field, task)
            let now = FieldText.Of(field, after)
            where parts.Count > 0 || (FieldText.DecidesAlone(field) && !ComparedText.Same(old, now))
            select new AdjustedField(field, old, now, parts),
        ];
    }

    /// <summary>Who leads from now on does not also support.</summary>
    IReadOnlyList<ResponsibleUnit> Remaining(TaskContent content) =>
        [.. content.SupportingUnits.Where(s => s.Id is null || LeadUnits.All(l => l.Id != s.Id))];
}
