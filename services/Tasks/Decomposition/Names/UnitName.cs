using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Names;

/// <summary>
/// One unit: its name, the body that houses it in brackets (市道安办（市公安局交警支队）), and what it does (X具体负责（Y协调督促）,
/// where Y is a second unit with a part of its own). Other brackets belong to the name: （东莞）, （筹）, （园区）.
/// </summary>
internal static class UnitName
{
    private static readonly string[] Roles = ["具体负责", "协调督促", "统筹协调", "牵头负责", "统筹", "负责", "牵头", "配合", "督促", "协助", "参与", "参加"];

    private static readonly string[] Bodies =
        ["局", "委", "办", "队", "部", "厅", "院", "中心", "公司", "集团", "支队", "大队", "指挥部", "管委会", "协会", "学校", "大学", "镇", "街道", "科", "处"];

    internal static IEnumerable<UnitRef> Read(string written)
    {
        var (outer, inner) = LastBracket(written);
        if (inner is not null && Roles.Contains(inner))
            yield return Plain(written, outer, null) with { Role = inner };
        else if (inner is not null && Role(inner) is { } innerRole)
        {
            yield return Plain(written, outer, null);
            yield return new UnitRef(inner, Width.WideBrackets(inner[..^innerRole.Length]), null, innerRole);
        }
        else if (inner is not null && Words.EndsWithAny(inner, Bodies) && inner.Length > 2)
            yield return Plain(written, outer, inner);
        else yield return Plain(written, written, null);
    }

    /// <summary>The place a unit governs, where it is a place's own (洪梅镇, 松山湖管委会); otherwise null.</summary>
    internal static string? Place(string name) =>
        name.EndsWith("管委会", StringComparison.Ordinal) && name.Length > 3 ? name[..^3]
        : name.EndsWith('镇') || name.EndsWith("街道", StringComparison.Ordinal) ? name
        : null;

    private static UnitRef Plain(string written, string name, string? host)
    {
        var role = Role(name);
        if (role is not null) name = name[..^role.Length];
        return new UnitRef(written, Width.WideBrackets(name), host is null ? null : Width.WideBrackets(host), role);
    }

    /// <summary>各县（市、区）配合 is 各县（市、区）.</summary>
    internal static string WithoutRole(string name) => Role(name) is { } role ? name[..^role.Length] : name;

    /// <summary>What a name ends in to say what the body does (具体负责); null where it says nothing.</summary>
    internal static string? Role(string name) =>
        Array.Find(Roles, r => name.Length > r.Length && name.EndsWith(r, StringComparison.Ordinal));

    /// <summary>The words before and inside a bracket that ends the name; no inner words where none does.</summary>
    private static (string Outer, string? Inner) LastBracket(string written)
    {
        var folded = Width.Fold(written);
        if (folded[^1] != ')') return (written, null);
        var open = folded.LastIndexOf('(');
        return open > 0 && folded.Length - open > 2 ? (written[..open], written[(open + 1)..^1]) : (written, null);
    }
}
