using System.Globalization;
using Suite.Tasks.Decomposition.Rows;

namespace Suite.Tasks.Export;

/// <summary>
/// What a section's row says. The plan keeps the section's name; the words around it come from the sources its tasks name (市《政府工作报告》),
/// as far as the reader takes the name from them again.
/// </summary>
static class SectionTitles
{
    /// <summary>Without numbers: 市《政府工作报告》.</summary>
    public static string Source(string name, IEnumerable<string> sources)
    {
        var named = sources.CountBy(s => s).OrderByDescending(s => s.Value).Select(s => s.Key);
        return named.Append(name).Append($"《{name}》").FirstOrDefault(title => SectionTitle.Name(title) == name) ?? name;
    }

    /// <summary>With numbers: 市《政府工作报告》(第1项-159项).</summary>
    public static string Counted(string source, string name, List<LaidTask> tasks)
    {
        var (first, last) = (tasks[0].Number, tasks[^1].Number);
        var count = last - first + 1 != tasks.Count ? $"(共{tasks.Count}项)" : first == last ? $"(第{first}项)" : $"(第{first}项-{last}项)";
        var title = string.Create(CultureInfo.InvariantCulture, $"{source}{count}");
        return title.Length <= SectionTitle.Longest && SectionTitle.Name(title) == name ? title : source;
    }
}
