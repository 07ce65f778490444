using System.Globalization;
using Suite.Directory.Accounts;
using Suite.Directory.Naming;
using Suite.Directory.Units;

namespace Suite.Directory.Import;

/// <summary>Cells as what they stand for; what cannot be read goes to the findings.</summary>
static class ImportCells
{
    public const int LongestText = 200;

    static readonly string[] DayForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    static readonly Dictionary<UnitKind, string[]> Kinds = new()
    {
        [UnitKind.Bureau] = ["市直部门", "市直单位", "部门", "局", "党政部门", "政府部门", "委办局"],
        [UnitKind.Town] = ["镇"],
        [UnitKind.Subdistrict] = ["街道", "街道办事处"],
        [UnitKind.Park] = ["园区", "功能区"],
        [UnitKind.StateEnterprise] = ["市属国企", "国企", "国有企业", "企业"],
        [UnitKind.VerticalAgency] = ["中央、省驻本市单位", "驻市单位", "垂直管理单位", "中央省属单位"],
        [UnitKind.MassOrganisation] = ["群团组织", "群团", "人民团体"],
        [UnitKind.Institution] = ["事业单位", "高校", "医院"],
        [UnitKind.Headquarters] = ["指挥部", "领导小组", "议事协调机构"],
        [UnitKind.City] = ["市"],
        [UnitKind.Other] = ["其他", "其它"],
    };

    static readonly Dictionary<string, string[]> Roles = new()
    {
        [RoleNames.Reporter] = ["填报人", "填报", "填报员"],
        [RoleNames.Approver] = ["审签人", "审签", "审签员"],
        [RoleNames.Leader] = ["领导"],
        [RoleNames.Office] = ["督查室", "督查", "督查员"],
        [RoleNames.Observer] = ["观察员", "观察"],
        [RoleNames.Admin] = ["管理员", "系统管理员"],
    };

    public static string KindWords => string.Join("、", Kinds.Values.Select(words => words[0]));

    public static string RoleWords => string.Join("、", Roles.Values.Select(words => words[0]));

    public static string WordsOf(UnitKind kind) => Kinds[kind][0];

    public static string WordsOf(string role) => Roles[role][0];

    /// <summary>Null where the cell is empty or no kind.</summary>
    public static UnitKind? Kind(ImportRow row, string key, ImportFindings findings)
    {
        var words = NormalForms.Compact(row[key]);
        if (words.Length == 0) return null;
        foreach (var (kind, known) in Kinds)
            if (known.Contains(words) || string.Equals(UnitKindNames.Of(kind).Replace('_', ' '), row[key].Replace('_', ' '), StringComparison.OrdinalIgnoreCase)) return kind;
        findings.Error(row, key, "KindUnknown", KindWords);
        return null;
    }

    public static List<string> RolesIn(ImportRow row, string key, ImportFindings findings)
    {
        var roles = new List<string>();
        foreach (var words in row.List(key))
        {
            var role = Roles.FirstOrDefault(r => r.Value.Contains(words) || string.Equals(r.Key, words, StringComparison.OrdinalIgnoreCase)).Key;
            if (role is null) findings.Error(row, key, "RoleUnknown", RoleWords);
            else if (!roles.Contains(role)) roles.Add(role);
        }

        return roles;
    }

    /// <summary>Null where the cell is empty or no day.</summary>
    public static DateOnly? Day(ImportRow row, string key, ImportFindings findings)
    {
        var words = row[key];
        if (words.Length == 0 || row.Clears(key)) return null;
        if (DateOnly.TryParseExact(words.Split(' ')[0], DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200) return day;
        findings.Error(row, key, "DayShape");
        return null;
    }

    /// <summary>1 in charge, 2 coordinating, 0 neither; null where it is none of them.</summary>
    public static int? Position(ImportRow row, string key, ImportFindings findings)
    {
        switch (row[key].ToLowerInvariant())
        {
            case "" or "0": return 0;
            case "1" or "分管" or "主管" or "in charge": return 1;
            case "2" or "协管" or "协调" or "coordinating": return 2;
            default:
                findings.Error(row, key, "PositionUnknown");
                return null;
        }
    }

    /// <summary>The words of a cell that may be 200 characters long; those of a cell that says "none" are empty.</summary>
    public static string Text(ImportRow row, string key, ImportFindings findings, int longest = LongestText)
    {
        var words = row.Clears(key) ? "" : row[key];
        if (words.Length <= longest) return words;
        findings.Error(row, key, "CellTooLong", row.HeadingOf(key), longest, words.Length);
        return words[..1];
    }

    public static bool IsGiven(ImportRow row, string key, ImportFindings findings)
    {
        if (NormalForms.Compact(row[key]).Length > 0) return true;
        findings.Error(row, key, "CellMissing", row.HeadingOf(key));
        return false;
    }
}
