using System.Diagnostics;
using Suite.Directory.Naming;

namespace Suite.Directory.Tests.Naming;

/// <summary>Ten thousand made-up units of a hundred towns: how long a hundred names take that the directory does not hold.</summary>
public sealed class ResolveSpeedTests
{
    const int Rounds = 60;

    static readonly string[] Works =
    [
        "发展改革", "工业和信息化", "科学技术", "市场监督管理", "生态环境", "农业农村", "政务服务数据管理", "住房城乡建设", "城市管理综合执法", "人力资源社会保障",
        "文化广电旅游体育", "投资促进", "交通运输", "卫生健康", "自然资源", "公安", "教育", "财政", "水务", "国有资产监督管理", "民政", "金融工作", "林业", "应急管理",
        "医疗保障",
    ];

    [Fact]
    public void Resolve_HundredUnknownNamesAmongTenThousandUnits_UnderFiftyMilliseconds()
    {
        var places = Enumerable.Range(0, 100).Select(i => $"{"东南西北中上下大小新"[i / 10]}{"山水江河湖海岛桥港村"[i % 10]}").ToList();
        var names = places.SelectMany(p => Works.SelectMany(w => new[] { $"{p}镇{w}局", $"{p}镇{w}中心", $"{p}镇{w}办公室", $"{p}街道{w}所" })).ToList();
        var index = new NameIndex([.. names.Select((name, i) => new Named($"units/u{i}", name, "", [$"市{name}"]))], "东莞市");
        names.Count.ShouldBe(10_000);
        var asked = Enumerable.Range(0, 100).Select(i => names[i * 97].Remove(4, 1).Replace("管理", "官理", StringComparison.Ordinal)).ToList();
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            asked.Count(name => index.Resolve(name).Kind != MatchKind.None).ShouldBe(100);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine($"fastest {times[0].TotalMilliseconds:0.0} ms, median {times[Rounds / 2].TotalMilliseconds:0.0} ms, slowest {times[^1].TotalMilliseconds:0.0} ms");

        // The fastest: the others also tell what else the machine was busy with.
        times[0].ShouldBeLessThan(TimeSpan.FromMilliseconds(50));
    }
}
