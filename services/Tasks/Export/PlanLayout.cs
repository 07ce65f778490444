using System.Globalization;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Export;

/// <summary>
/// Lays a plan out in the official table. Pure. The law of it: what the reader understands of the table is the plan.
/// </summary>
public static class PlanLayout
{
    /// <param name="tasks">All of the plan's; withdrawn ones are left out.</param>
    public static PlanTable Of(Plan plan, IReadOnlyList<PlanTask> tasks)
    {
        var laid = LaidTask.InForce(tasks);
        var rows = new SectionRows(laid);
        var columns = PlanColumns.Of(laid);
        var requirements = new RequirementCells(laid.Select(t => t.Content.Requirement));
        var sections = Runs(laid, StartsSection).Select(run => new PlanSection(rows.Above(run), [.. Runs(run, StartsGroup).Select(group =>
            new RequirementGroup(requirements.Of(group[0].Content.Requirement), [.. group.Select(task => Line(task, columns))]))]));
        return new(HeadingLines.Of(plan, rows.Outermost), columns.All, [.. sections], plan.State == PlanState.Draft);
    }

    /// <summary>An empty requirement takes over the one above it, so below another one it needs a section's row above it.</summary>
    static bool StartsSection(LaidTask above, LaidTask task) =>
        above.Section != task.Section || (task.Content.Requirement.Text.Length == 0 && above.Content.Requirement.Text.Length > 0);

    static bool StartsGroup(LaidTask above, LaidTask task)
    {
        var (was, becomes) = (above.Content.Requirement, task.Content.Requirement);
        return was.Text != becomes.Text || !was.Parts.SequenceEqual(becomes.Parts);
    }

    static TaskLine Line(LaidTask task, PlanColumns columns)
    {
        var content = task.Content;
        return new(task.Number,
        [
            .. Target(task, columns),
            ScheduleSetting.Of(content.ScheduleText, content.Schedule).ToCell(),
            NameCells.Leaders(content.Leaders),
            NameCells.Leads(content.LeadUnits),
            NameCells.Supports(content.SupportingUnits, content.SupportingGroups),
            .. columns.Attributes.Select(name => CellContent.Plain(content.Attributes.Where(a => a.Name == name).Select(a => a.Text))),
        ]);
    }

    static IEnumerable<CellContent> Target(LaidTask task, PlanColumns columns) => columns.Numbers
        ? [CellContent.Plain(columns.NumberOf(task)), CellContent.Plain(task.Content.Target)]
        : [CellContent.Plain(string.Create(CultureInfo.InvariantCulture, $"{task.Number}. {task.Content.Target}"))];

    static IEnumerable<List<LaidTask>> Runs(IEnumerable<LaidTask> tasks, Func<LaidTask, LaidTask, bool> starts)
    {
        List<LaidTask> run = [];
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
