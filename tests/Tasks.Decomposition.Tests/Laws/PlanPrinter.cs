using System.Text;

namespace Suite.Tasks.Decomposition.Tests.Laws;

/// <summary>A plan printed in the text form, from what was understood of it alone: markers and labels are those of a standard wording.</summary>
internal static class PlanPrinter
{
    private static readonly string[] Numerals = ["一", "二", "三", "四"];

    internal static string Print(PlanDocument plan)
    {
        var text = new StringBuilder().Append(Samples.Header).Append('\n');
        var (section, requirement) = ("", "");
        foreach (var task in plan.Tasks)
        {
            if (task.Section != section) text.Append("<b>").Append(Escape(task.Section)).Append("</b>\t\t\t\t\t\n");
            var inherits = task.Requirement.Text == requirement && task.Section == section;
            text.AppendJoin('\t', inherits ? "" : Escape(task.Requirement.Text), $"{task.Number}. {Escape(task.Target)}", Schedule(task.Schedule),
                Names(task.Leaders.Select(l => l.Name), " "), Names(task.LeadUnits.Select(Unit), "、"),
                Names(task.SupportingUnits.Select(Unit).Concat(task.SupportingGroups.Select(g => g.Name)), "、")).Append('\n');
            (section, requirement) = (task.Section, task.Requirement.Text);
        }
        return text.ToString();
    }

    private static string Schedule(IReadOnlyList<ScheduleItem> items)
    {
        var text = new StringBuilder();
        var (parent, part, children) = ((string?)null, (string?)null, 0);
        foreach (var item in items)
        {
            if (item.Workstream is { } name && name != part)
            {
                var at = name.IndexOf(" > ", StringComparison.Ordinal);
                var above = at < 0 ? null : name[..at];
                if (above is not null && above != parent) text.Append($"<b>{Escape(above)}：</b>");
                children = above == parent ? children + 1 : 1;
                text.Append(above is null ? $"<b>{Escape(name)}：</b>" : $"<b>（{children}）{Escape(name[(at + 3)..])}。</b>");
                (parent, part) = (above, name);
            }
            text.Append(Marker(item, items.Count == 1)).Append(Escape(item.Text));
        }
        return text.ToString();
    }

    private static string Marker(ScheduleItem item, bool alone) => item.Kind switch
    {
        ScheduleKind.Quarters => $"<b>{string.Join('、', item.Quarters.Select(q => Numerals[q - 1]))}季度：</b>",
        ScheduleKind.AllYear => "<b>全年：</b>",
        ScheduleKind.EachQuarter when !alone || !item.Text.Contains("季度", StringComparison.Ordinal) => "<b>每季度：</b>",
        _ => "",
    };

    private static string Unit(UnitRef unit) => unit.Name + (unit.Host is null ? "" : $"（{unit.Host}）") + unit.Role;

    private static string Names(IEnumerable<string> names, string between) =>
        string.Join(between, names.Select(Escape)) is { Length: > 0 } all ? all : "无";

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
