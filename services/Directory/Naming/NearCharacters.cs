namespace Suite.Directory.Naming;

/// <summary>
/// Characters that text recognition and typing by shape or sound take for one another. Only proposals rest on it: what is near is
/// never taken as the same. Each entry of the table is one circle of characters; a character stands in the first that has it.
/// </summary>
static class NearCharacters
{
    static readonly string[] Table =
    [
        "己已巳", "未末", "木术本", "人入八", "土士", "日曰目", "干千于", "大太犬", "天夭无", "王玉主", "田由甲申", "力刀", "去法", "贝见", "儿几",
        "乌鸟", "免兔", "侯候", "戊戌戍", "拔拨", "折拆析", "辩辨辫", "戴载", "籍藉", "晴睛清请情", "设没役投", "渔鱼", "运远", "体休", "科料", "材村社杜",
        "资货贷", "源原厚", "治冶洽", "住往佳", "建健", "交文", "街衔", "园圆国围", "区医", "镇填", "桥侨", "石右古", "湖胡", "沥历", "塘糖", "凤风",
        "岗冈", "洪供", "梅海", "道遁", "虎虚", "茶荼", "企仝", "寮僚", "东车乐", "莞菀", "苹革", "农衣", "办力", "水永", "务备", "民氏", "政攻", "司同",
        "教散", "财则", "计汁", "统充", "审宙", "林材", "金全", "监盐", "质盾", "信倍", "息恳", "电申", "旅族施", "商商", "输榆", "退迟", "保促", "障章",
        "卫工", "生牛", "态恋", "环坏", "境镜", "自白百", "然燃", "港巷", "中申", "心必", "滨浜", "权杈", "委季", "员圆", "会合", "部陪", "厅斤", "局居屈",
    ];

    /// <summary>Number of each character's circle, 0 for none: looked up for every pair of characters that is compared.</summary>
    static readonly byte[] Circles = Number();

    public static bool Near(char a, char b) => Circles[a] != 0 && Circles[a] == Circles[b];

    static byte[] Number()
    {
        var circles = new byte[char.MaxValue + 1];
        foreach (var (number, circle) in Table.Index())
        foreach (var c in circle)
        {
            if (circles[c] == 0) circles[c] = (byte)(number + 1);
        }

        return circles;
    }
}
