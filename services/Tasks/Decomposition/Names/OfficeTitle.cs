using System.Text.RegularExpressions;

namespace Suite.Tasks.Decomposition.Names;

/// <summary>What a leader is, beside or around the name: 常务副市长 刘伟, 副市长黄敏, 陈涛秘书长.</summary>
internal static partial class OfficeTitle
{
    private const string Offices = "市长|县长|区长|州长|旗长|镇长|乡长|秘书长|主任|书记|局长|主席|部长|常委|党组成员";

    /// <summary>The words without titles; as they are where nothing but titles stands there.</summary>
    internal static List<string> Without(List<string> words)
    {
        if (!words.Exists(w => Anywhere().IsMatch(w))) return words;
        var names = words.ConvertAll(NameIn).FindAll(w => w.Length > 0);
        return names.Count > 0 ? names : words;
    }

    private static string NameIn(string word) => Title().IsMatch(word) ? ""
        : Before().Match(word) is { Success: true } before ? before.Groups["name"].Value
        : Behind().Match(word) is { Success: true } behind ? behind.Groups["name"].Value
        : word;

    [GeneratedRegex(Offices, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();

    [GeneratedRegex("^(?:分管|联系)?(?:省|市|州|县|区|旗|镇|乡)?(?:委|政府|人大|政协)?(?:分管|协管|主管|联系|牵头|常委|常务|党组|副|第一|办公室|办)*(?:" + Offices + ")$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex("^(?:分管|联系)?(?:省|市|州|县|区|旗|镇|乡)?(?:委|政府|人大|政协)?(?:分管|协管|主管|联系|牵头|常委|常务|党组|副|第一|办公室|办)*(?:" + Offices + ")(?<name>.{2,3})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex("^(?<name>.{2,3}?)(?:省|市|县|区)?(?:委|政府)?(?:常委|常务|副)*(?:" + Offices + ")$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
