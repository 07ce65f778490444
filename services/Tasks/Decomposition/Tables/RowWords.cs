using System.Text.RegularExpressions;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>Rows and lines that are no tasks, told by the words they begin with.</summary>
internal static partial class RowWords
{
    /// <summary>合计, 小计: a row of totals.</summary>
    internal static bool IsTotal(string folded) => folded.Length <= ColumnWords.LongestWithBrackets && ColumnWords.WithoutBrackets(folded).TrimEnd(':') is "合计" or "总计" or "小计" or "共计" or "累计";

    /// <summary>注：…, 说明：…, ※…: a footnote.</summary>
    internal static bool IsFootnote(string folded) => Footnote().IsMatch(folded);

    /// <summary>制表单位：…, 印发时间：…, 联系人：…: about the document.</summary>
    internal static bool IsImprint(string folded) => Imprint().IsMatch(folded);

    /// <summary>一、… or （一）… or 第一部分…: the heading of a section.</summary>
    internal static bool IsSection(string folded) => Section().IsMatch(folded);

    /// <summary>一, （二）: what stands in the number column of a section's heading.</summary>
    internal static bool IsSectionNumber(string folded) => SectionNumber().IsMatch(folded);

    /// <summary>A date in a line of its own.</summary>
    internal static bool IsDate(string folded) => Date().IsMatch(folded);

    /// <summary>An office's name in a line of its own, as above the date of a letter.</summary>
    internal static bool IsSigner(string folded) => Signer().IsMatch(folded);

    [GeneratedRegex("^[(]?[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[)]?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex("^[^,。;:]{2,30}(?:政府|办公室|委员会|督查室|指挥部)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Signer();

    [GeneratedRegex("^(?:备?注[0-9一二三]?|说明|填表说明|备注说明)[:、.]|^[※*＊]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();

    [GeneratedRegex("^(?:制表|填报|填表|制定|编制|印发|发文|发布|公开|报送|联系|审核|抄送|单位)(?:单位|机关|部门|时间|日期|人|电话)?:|^(?:时间|日期):", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Imprint();

    [GeneratedRegex("^(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]{1,3}(?:部分|章|篇|类))", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex("^[(]?[一二三四五六七八九十]{1,3}[)、.]?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex SectionNumber();
}
