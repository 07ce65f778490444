using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>Takes single fields of an edition's task over. Pure.</summary>
static class Rewording
{
    /// <param name="members">The members of today, for groups the task did not have; those it had keep the members of the day they were expanded.</param>
    public static TaskWording Take(
        TaskWording task, TaskField field, EditionTask proposal, IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> members)
    {
        var (said, now) = (proposal.Content, task.Content);
        return field switch
        {
            TaskField.Number => task with { Number = proposal.Number },
            TaskField.Section => task with { Section = proposal.Section },
            TaskField.Requirement => task with { Content = now with { Requirement = said.Requirement } },
            TaskField.Target => task with { Content = now with { Target = said.Target, TargetCommitments = said.TargetCommitments } },
            TaskField.Schedule => task with { Content = now with { ScheduleText = said.ScheduleText, Schedule = said.Schedule } },
            TaskField.Leaders => task with { Content = now with { Leaders = said.Leaders } },
            TaskField.LeadUnits => task with { Content = now with { LeadUnits = said.LeadUnits } },
            TaskField.SupportingUnits => task with { Content = now with { SupportingUnits = said.SupportingUnits } },
            TaskField.Label => task with { Content = now with { Label = said.Label } },
            TaskField.Attributes => task with { Content = now with { Attributes = said.Attributes } },
            _ => task with { Content = now with { SupportingGroups = [.. said.SupportingGroups.Select(g => g with { Members = MembersOf(g, now, members) })] } },
        };
    }

    static IReadOnlyList<GroupMember> MembersOf(
        ResponsibleGroup group, TaskContent now, IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> members) =>
        group.Id is null ? []
        : now.SupportingGroups.FirstOrDefault(g => g.Id == group.Id)?.Members ?? members.GetValueOrDefault(group.Id, []);
}
