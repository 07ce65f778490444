using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>How a paragraph about a task's report begins: its number, what it is about, who leads it, its light.</summary>
static class TaskLead
{
    const int LongestTarget = 60;

    public static IEnumerable<Inline> Of(Draft draft, KnownTask task, AcceptedReport report) => Of(draft, task, report.UnitName, report.Light);

    public static IEnumerable<Inline> Of(Draft draft, KnownTask task, string unitName, Light light) =>
    [
        new Run(draft.Words.Format("TaskLead", task.Number), Strong: true),
        new Run(draft.Words.Format(
            "TaskAbout", Texts.Open(Texts.Excerpt(task.Target, LongestTarget)), Texts.Line(unitName), draft.Words.LightName(light))),
    ];
}
