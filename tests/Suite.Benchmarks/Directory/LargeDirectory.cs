using Npgsql;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Testing;

namespace Suite.Benchmarks.Directory;

/// <summary>A directory of 10,000 units of 100 made-up towns and 100,000 accounts, behind its gRPC door.</summary>
sealed class LargeDirectory : IAsyncDisposable
{
    static readonly string[] Works =
    [
        "发展改革", "工业和信息化", "科学技术", "市场监督管理", "生态环境", "农业农村", "政务服务数据管理", "住房城乡建设", "城市管理综合执法", "人力资源社会保障",
        "文化广电旅游体育", "投资促进", "交通运输", "卫生健康", "自然资源", "公安", "教育", "财政", "水务", "国有资产监督管理", "民政", "金融工作", "林业", "应急管理",
        "医疗保障",
    ];

    readonly PostgresFixture _postgres = new();
    TestHost<DirectoryDbContext>? _host;

    public string ConnectionString => _postgres.ConnectionString;

    /// <summary>Names of the units, those of a town together.</summary>
    public IReadOnlyList<string> Names { get; } =
    [
        .. Enumerable.Range(0, 100).Select(i => $"{"东南西北中上下大小新"[i / 10]}{"山水江河湖海岛桥港村"[i % 10]}")
            .SelectMany(p => Works.SelectMany(w => new[] { $"{p}镇{w}局", $"{p}镇{w}中心", $"{p}镇{w}办公室", $"{p}街道{w}所" })),
    ];

    public UnitService.UnitServiceClient Units => new(_host!.GrpcInvoker(TestTokens.For(Role.Office)));

    public static async Task<LargeDirectory> StartAsync()
    {
        var directory = new LargeDirectory();
        await directory._postgres.InitializeAsync();
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:directorydb"] = directory.ConnectionString, ["Logging:LogLevel:Default"] = "Warning",
            ["Seeds:Path"] = Path.Combine(Repository.Root, "seeds", "directory.yaml"), ["SUITE_ADMIN_PASSWORD"] = "for-the-measurement",
        };
        directory._host = TestHost<DirectoryDbContext>.Start(settings, services => services.TrustTestTokens());
        await directory.FillAsync();
        return directory;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    async Task FillAsync()
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var fill = source.CreateCommand(
            """
            INSERT INTO unit (id, name, short_name, english_name, kind, parent_id, aliases, successors, version)
            SELECT 'u' || n, name, '', name, 'bureau', 'dongguan', ARRAY['市' || name], '{}', 1 FROM unnest(@names) WITH ORDINALITY AS u(name, n);
            INSERT INTO account (name, display_name, roles, unit_id, is_demo, created, password_hash, must_change_password, revision, failures)
            SELECT 'a' || n, '某人' || n, '{reporter}', 'u' || (n % 10000 + 1), false, now(), '', true, 0, 0 FROM generate_series(1, 100000) n;
            UPDATE directory_revision SET number = number + 1;
            ANALYZE;
            """);
        fill.Parameters.AddWithValue("names", Names.ToArray());
        await fill.ExecuteNonQueryAsync();
    }
}
