using System.Text.RegularExpressions;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Names;

/// <summary>
/// Names that stand for members: those that begin with 各, 相关, 有关 or 全体, those that end in 成员单位 or in a plural behind such a word
/// (市直有关单位), and a kind of body without a place (街道办事处, beside 各镇人民政府). A unit before 等 is
/// named by itself, what follows 等 is the group it is an example of: 东坑镇等相关镇街 is 东坑镇 and 相关镇街.
/// </summary>
internal static partial class CollectiveName
{
    private static readonly string[] Beginnings = ["各", "相关", "有关", "全体", "全市各", "其他相关", "其他有关", "其它相关"];
    private static readonly string[] Kinds = ["街道办事处", "街道办", "街道", "镇街", "乡镇", "乡镇政府", "镇人民政府", "乡镇人民政府", "园区", "园区管委会"];
    private static readonly string[] Plurals = ["单位", "部门", "镇街", "镇(街道)", "镇(街)", "园区", "企业", "区县", "县区", "街道", "成员"];

    /// <summary>The unit and the group in one name, either of which may be absent.</summary>
    internal static (string? Unit, string? Group) TakeApart(string name)
    {
        var folded = Width.Fold(name);
        var and = folded.IndexOf('等', StringComparison.Ordinal);
        if (and > 0 && IsGroupAfterAnd(folded[(and + 1)..]))
            return (name[..and], folded.Length > and + 1 ? name[(and + 1)..] : null);
        return IsGroup(folded) ? (null, name) : (name, null);
    }

    private static bool IsGroup(string folded) =>
        Words.StartsWithAny(folded, Beginnings)
        || folded.EndsWith("成员单位", StringComparison.Ordinal)
        || folded.Contains("各成员", StringComparison.Ordinal)
        || Kinds.Contains(folded)
        || MembersBehind().IsMatch(folded);

    private static bool IsGroupAfterAnd(string rest) =>
        rest.Length == 0 || IsGroup(rest) || Words.StartsWithAny(rest, Plurals);

    [GeneratedRegex("^(?:省|市|县|区|州)?(?:直|级|属|直属)?(?:各|有关|相关)(?:职能|责任|行业|业务|主管)?(?:单位|部门|企业)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex MembersBehind();
}
