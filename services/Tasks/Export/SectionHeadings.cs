using System.Globalization;
using Suite.Tasks.Decomposition.Rows;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Export;

/// <summary>
/// The row above a section. The plan keeps the section's name; the words around it come from the sources its tasks name (市《政府工作报告》),
/// as far as the reader takes the name from them again.
/// </summary>
static class SectionHeadings
{
    /// <summary>Without numbers: 市《政府工作报告》.</summary>
    public static string Source(string section, IEnumerable<PlanTask> tasks)
    {
        if (section.Length == 0) return "";
        var named = tasks.SelectMany(t => t.Content.Requirement.Sources).CountBy(s => s).OrderByDescending(s => s.Value).Select(s => s.Key);
        return named.Append(section).Append($"《{section}》").FirstOrDefault(title => SectionTitle.Name(title) == section) ?? section;
    }

    /// <summary>With numbers: 市《政府工作报告》(第1项-159项).</summary>
    public static string Title(string source, string section, IReadOnlyList<PlanTask> tasks)
    {
        if (section.Length == 0) return "";
        var (first, last) = (tasks[0].Number, tasks[^1].Number);
        var count = last - first + 1 != tasks.Count ? $"(共{tasks.Count}项)" : first == last ? $"(第{first}项)" : $"(第{first}项-{last}项)";
        var title = string.Create(CultureInfo.InvariantCulture, $"{source}{count}");
        return title.Length <= SectionTitle.Longest && SectionTitle.Name(title) == section ? title : source;
    }
}
