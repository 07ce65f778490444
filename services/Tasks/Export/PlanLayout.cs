using System.Globalization;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Export;

/// <summary>
/// Lays a plan out in the official table of six columns. Pure. The law of it: what the reader understands of the table is the plan.
/// </summary>
public static class PlanLayout
{
    /// <param name="tasks">All of the plan's, in order of number.</param>
    public static PlanTable Of(Plan plan, IReadOnlyList<PlanTask> tasks)
    {
        var sources = tasks.GroupBy(t => t.Section).ToDictionary(s => s.Key, s => SectionHeadings.Source(s.Key, s));
        var requirements = new RequirementCells(tasks.Select(t => t.Content.Requirement));
        var sections = Runs(tasks, StartsSection).Select(run => new PlanSection(
            Printable.Of(SectionHeadings.Title(sources[run[0].Section], run[0].Section, run)),
            [.. Runs(run, StartsGroup).Select(group => new RequirementGroup(requirements.Of(group[0].Content.Requirement), [.. group.Select(Line)]))]));
        return new(HeadingLines.Of(plan, [.. sources.Values.Where(s => s.Length > 0)]), [.. sections], plan.State == PlanState.Draft);
    }

    /// <summary>An empty requirement takes over the one above it, so below another one it needs a section's row above it.</summary>
    static bool StartsSection(PlanTask above, PlanTask task) =>
        above.Section != task.Section || (task.Content.Requirement.Text.Length == 0 && above.Content.Requirement.Text.Length > 0);

    static bool StartsGroup(PlanTask above, PlanTask task)
    {
        var (was, becomes) = (above.Content.Requirement, task.Content.Requirement);
        return was.Text != becomes.Text || !was.Parts.SequenceEqual(becomes.Parts);
    }

    static TaskLine Line(PlanTask task)
    {
        var content = task.Content;
        return new(task.Number,
        [
            CellContent.Plain(string.Create(CultureInfo.InvariantCulture, $"{task.Number}. {content.Target}")),
            ScheduleCell.Of(content.ScheduleText, content.Schedule).ToCell(),
            NameCells.Leaders(content.Leaders),
            NameCells.Leads(content.LeadUnits),
            NameCells.Supports(content.SupportingUnits, content.SupportingGroups),
        ]);
    }

    static IEnumerable<List<PlanTask>> Runs(IEnumerable<PlanTask> tasks, Func<PlanTask, PlanTask, bool> starts)
    {
        List<PlanTask> run = [];
        foreach (var task in tasks)
        {
            if (run.Count > 0 && starts(run[^1], task))
            {
                yield return run;
                run = [];
            }

            run.Add(task);
        }

        if (run.Count > 0) yield return run;
    }
}
