using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>
/// A section's name is the source it lists without the count in brackets, the marks of a title and the place that issued it:
/// 市《政府工作报告》(第1项-159项) is 政府工作报告, 市政府一号文（…） is 一号文.
/// </summary>
internal static class SectionTitle
{
    internal const int Longest = 60;
    private const string Numerals = "一二两三四五六七八九十百";
    private static readonly string[] Places = ["市人民政府", "区人民政府", "县人民政府", "市政府", "区政府", "县政府", "省政府"];

    /// <summary>The title of the section this row opens, or null where the row is no section's heading.</summary>
    internal static string? TryRead(SourceRow row, bool continues)
    {
        if (row.Title is { } title) return title.Text;
        var filled = row.Cells.Where(c => !c.Value.IsEmpty).ToList();
        if (row.Continues || continues || filled.Count != 1 || filled[0].Key.Role is ColumnRole.Schedule or ColumnRole.Leaders) return null;
        var text = filled[0].Value;
        return text.Text.Length <= Longest && row.Cells.First().Key == filled[0].Key ? text.Text : null;
    }

    internal static string Name(string title)
    {
        var name = WithoutBrackets(title);
        var open = name.IndexOf('《', StringComparison.Ordinal);
        var close = name.IndexOf('》', StringComparison.Ordinal);
        if (open >= 0 && close > open + 1) return name[(open + 1)..close];
        var place = Places.FirstOrDefault(p => name.StartsWith(p, StringComparison.Ordinal) && name.Length > p.Length + 1);
        if (place is not null) return name[place.Length..];
        // 市十件民生实事 is the city's; 市场监管 is not.
        return name.Length > 2 && name[0] is '市' or '区' or '县' or '省' && (Numerals.Contains(name[1]) || char.IsAsciiDigit(name[1])) ? name[1..] : name;
    }

    private static string WithoutBrackets(string title)
    {
        var folded = Width.Fold(title);
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        return open > 0 ? title[..open] : title;
    }
}
