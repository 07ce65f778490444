using Grpc.Core;
using Npgsql;
using Suite.Auth.V1;
using Suite.Tasks.Storage;
using Suite.Testing;
using Task = System.Threading.Tasks.Task;

namespace Suite.Benchmarks.Tasks;

/// <summary>
/// Plans of as many cities in one database, behind the service's gRPC door: 349 tasks each, with a lead, two supporting units and, in
/// every third task, 33 members of a group; two quarters of reports by leads and members.
/// </summary>
sealed class Cities : IAsyncDisposable
{
    public const int TasksOfOne = 349;

    readonly PostgresFixture _postgres = new();
    TestHost<TasksDbContext>? _host;

    public string ConnectionString => _postgres.ConnectionString;

    public CallInvoker Door => (_host ?? throw new InvalidOperationException("The service has not been started.")).GrpcInvoker(TestTokens.For(Role.Office));

    public static async Task<Cities> StartAsync(int count, CancellationToken cancellation)
    {
        var cities = new Cities();
        await cities._postgres.InitializeAsync();
        cities._host = TestHost<TasksDbContext>.Start(new Dictionary<string, string?>
        {
            ["ConnectionStrings:tasksdb"] = cities.ConnectionString, ["Logging:LogLevel:Default"] = "Critical",
            // Nobody listens at either: reading needs neither the broker nor the directory.
            ["ConnectionStrings:rabbitmq"] = $"amqp://guest:guest@127.0.0.1:{FreePorts.Take()}",
            ["services:directory:grpc:0"] = $"http://127.0.0.1:{FreePorts.Take()}",
        }, services => services.TrustTestTokens());
        await cities.FillAsync(count, cancellation);
        return cities;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    async Task FillAsync(int count, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        foreach (var sql in Fill)
        {
            await using var fill = source.CreateCommand(sql);
            fill.CommandTimeout = 0;
            if (sql.Contains("@count", StringComparison.Ordinal)) fill.Parameters.AddWithValue("count", count);
            await fill.ExecuteNonQueryAsync(cancellation);
        }
    }

    static readonly string[] Fill =
    [
        """
        INSERT INTO plan (id, title, year, issuer, state, issued_at, task_count, assignment_count, edition_count, document_sha256)
        SELECT 'city-' || c, '分解表', 2024, '市政府办公室', 2, '2024-03-01', 349, 0, 0, '' FROM generate_series(1, @count) c;
        """,
        """
        INSERT INTO task (plan_id, number, published_number, revision, section, content, lead_unit_ids, unit_ids, leader_ids, quarters, search_text, state, light, updated_at)
        SELECT p.id, n, n, 0, (ARRAY['政府工作报告', '十件民生实事', '一号文'])[n % 3 + 1],
            jsonb_build_object('requirement', jsonb_build_object('text', (SELECT string_agg(md5(p.id || n || i), '') FROM generate_series(1, 60) i), 'sources', '[]'::jsonb, 'parts', '[]'::jsonb),
                'target', '完成第' || n || '批投资' || n || '亿元。', 'targetCommitments', '[]'::jsonb, 'scheduleText', '一季度：启动。', 'schedule', '[]'::jsonb, 'leaders', '[]'::jsonb,
                'leadUnits', '[]'::jsonb, 'supportingUnits', '[]'::jsonb, 'supportingGroups', '[]'::jsonb),
            ARRAY['u' || n % 60], ARRAY['u' || n % 60], ARRAY['p' || n % 9], ARRAY[1, 2, 3, 4], '完成第' || n || '批投资' || n || '亿元，推进城市更新' || md5(p.id || n) || '。', n % 2 + 2, nullif(n % 5, 0), now()
        FROM plan p, generate_series(1, 349) n;
        """,
        """
        INSERT INTO assignment (plan_id, task_number, unit_id, unit_name, role, last_change)
        SELECT plan_id, number, 'u' || number % 60, '第' || number % 60 || '局', 1, 0 FROM task
        UNION ALL SELECT plan_id, number, 's' || s, '协助' || s || '局', 2, 0 FROM task, generate_series(1, 2) s
        UNION ALL SELECT plan_id, number, 'm' || m, '第' || m || '镇', 3, 0 FROM task, generate_series(1, 33) m WHERE number % 3 = 0;
        """,
        """
        INSERT INTO progress_report (plan_id, task_number, period_code, unit_id, unit_name, quarter, role, state, light, last_ordinal)
        SELECT a.plan_id, a.task_number, q * 30 + 1, a.unit_id, a.unit_name, q, a.role, 3 + (a.task_number + q) % 2, 1, 1
        FROM assignment a, generate_series(1, 2) q WHERE a.role <> 2;
        """,
        "ANALYZE;",
    ];
}
