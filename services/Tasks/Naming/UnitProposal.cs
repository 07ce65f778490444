namespace Suite.Tasks.Naming;

/// <summary>What sort of body a unit may be; the numbers are those of the directory's UnitKind.</summary>
public enum ProposedKind
{
    Bureau = 2,
    Town = 3,
    Subdistrict = 4,
    Park = 5,
    StateEnterprise = 6,
    VerticalAgency = 7,
    MassOrganisation = 8,
    Institution = 9,
    Headquarters = 10,
    Other = 11,
}

/// <summary>A unit that the directory does not have and might found.</summary>
/// <param name="ToldBy">The words of the name that the kind was guessed from; empty where nothing told.</param>
public sealed record UnitProposal(string DisplayName, ProposedKind Kind, string? Host, string ToldBy)
{
    /// <summary>Endings of names by kind, in the order they are looked for: what is rarer and more telling comes first.</summary>
    static readonly (ProposedKind Kind, string[] Endings)[] Forms =
    [
        (ProposedKind.Headquarters, ["指挥部", "领导小组", "领导小组办公室", "委员会办公室", "工作组", "工作专班", "专班", "联席会议", "联席会议办公室", "总部"]),
        (ProposedKind.Park, ["管委会", "管理委员会", "园区", "产业园", "开发区", "高新区", "功能区", "合作区", "示范区", "新区"]),
        (ProposedKind.Town, ["镇", "镇政府", "乡", "乡政府"]),
        (ProposedKind.Subdistrict, ["街道", "街道办", "街道办事处"]),
        (ProposedKind.VerticalAgency, ["海关", "海事局", "税务局", "边检站", "监管分局", "烟草专卖局", "邮政管理局", "供电局", "气象局", "人民银行", "消防救援支队"]),
        (ProposedKind.MassOrganisation, ["总工会", "团市委", "团委", "妇联", "工商联", "科协", "文联", "残联", "侨联", "社科联", "红十字会", "贸促会", "联合会", "协会", "商会", "学会"]),
        (ProposedKind.StateEnterprise, ["集团", "公司"]),
        (ProposedKind.Institution, ["学院", "大学", "学校", "中学", "小学", "党校", "医院", "中心", "研究院", "研究所", "设计院", "图书馆", "博物馆", "电视台", "报社", "日报社"]),
        (ProposedKind.Bureau, ["局", "委", "委员会", "办", "办公室", "厅", "部", "法院", "检察院", "支队", "大队", "署"]),
    ];

    /// <summary>The national and provincial bodies that stand in a city call themselves so.</summary>
    static readonly string[] Central = ["中国", "国家", "人民银行", "驻"];

    /// <param name="host">The body that houses it, where the document says so: only offices of something larger are housed.</param>
    public static UnitProposal For(string name, string? host)
    {
        var bare = name.EndsWith('）') && name.LastIndexOf('（') is > 0 and var open ? name[..open] : name;
        var found = Forms.SelectMany(f => f.Endings.Where(e => bare.Length > e.Length && bare.EndsWith(e, StringComparison.Ordinal)).Select(e => (f.Kind, Ending: e)))
            .OrderBy(f => f.Kind == ProposedKind.Bureau).ThenByDescending(f => f.Ending.Length).FirstOrDefault();
        if (host is not null) return new(name, ProposedKind.Headquarters, host, $"（{host}）");
        if (found.Ending is not null && found.Kind is ProposedKind.StateEnterprise or ProposedKind.Bureau
            && Array.Find(Central, c => bare.StartsWith(c, StringComparison.Ordinal)) is { } central)
            return new(name, ProposedKind.VerticalAgency, null, central);
        return found.Ending is null ? new(name, ProposedKind.Other, null, "") : new(name, found.Kind, null, found.Ending);
    }
}
