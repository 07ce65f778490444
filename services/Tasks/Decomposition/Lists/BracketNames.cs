using System.Text.RegularExpressions;

namespace Suite.Tasks.Decomposition.Lists;

/// <summary>What stands in the bracket at an item's end, where it names units without saying so.</summary>
internal static partial class BracketNames
{
    /// <summary>Units with who leads and who helps, or nothing but units.</summary>
    internal static bool Are(string folded) => Said().IsMatch(folded) || folded.Split('、', ',', ';').All(n => Unit().IsMatch(n));

    /// <summary>How many characters at the end only say that they share the work: 等按职责分工负责.</summary>
    internal static int TailOf(string folded) => Tail().Match(folded).Length;

    [GeneratedRegex("(?:局|委|办|厅|部|院|中心|公司|集团|政府|镇|街道|单位|部门)(?:等)?(?:牵头|负责|配合|按职责|分工|落实|承办|参与|协助)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Said();

    [GeneratedRegex("^(?:市|县|区|省|各|州|旗).{0,20}(?:局|委|办|厅|院|中心|公司|集团|政府|管委会|镇|街道|单位|部门)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex("(?:等)?(?:按照?职责分工|按照?职责|分工|共同|分别|具体)?(?:负责|落实)(?:落实)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
