using Grpc.Core;
using Npgsql;
using Suite.Auth.V1;
using Suite.Reporting.Storage;
using Suite.Testing;

namespace Suite.Benchmarks.Reporting;

/// <summary>
/// Plans of as many cities as the service reporting knows them, behind its gRPC door: 349 tasks each, led by 60 units and nine leaders, every one
/// acknowledged, with a quantity; four of five reported and accepted for two quarters.
/// </summary>
sealed class KnownCities : IAsyncDisposable
{
    readonly PostgresFixture _postgres = new();
    TestHost<ReportingDbContext>? _host;

    public string ConnectionString => _postgres.ConnectionString;

    public CallInvoker Door => (_host ?? throw new InvalidOperationException("The service has not been started.")).GrpcInvoker(TestTokens.For(Role.Office));

    public static async Task<KnownCities> StartAsync(int count, CancellationToken cancellation)
    {
        var cities = new KnownCities();
        await cities._postgres.InitializeAsync();
        cities._host = TestHost<ReportingDbContext>.Start(new Dictionary<string, string?>
        {
            ["ConnectionStrings:reportingdb"] = cities.ConnectionString, ["Logging:LogLevel:Default"] = "Critical",
            // Nobody listens: what is known is in the database already.
            ["ConnectionStrings:rabbitmq"] = $"amqp://guest:guest@127.0.0.1:{FreePorts.Take()}",
        }, services => services.TrustTestTokens());
        await using var source = NpgsqlDataSource.Create(cities.ConnectionString);
        foreach (var sql in Fill)
        {
            await using var fill = source.CreateCommand(sql);
            fill.CommandTimeout = 0;
            if (sql.Contains("@count", StringComparison.Ordinal)) fill.Parameters.AddWithValue("count", count);
            await fill.ExecuteNonQueryAsync(cancellation);
        }

        return cities;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    static readonly string[] Fill =
    [
        """
        INSERT INTO known_plan (name, title, year, issuer, task_count, issue_time, heard)
        SELECT 'plans/city-' || c, '2024年市政府重点工作任务分解表', 2024, '第' || c || '市政府办公室', 349, '2024-03-01', 1 FROM generate_series(1, @count) c
        """,
        "INSERT INTO plan_state (plan, revision, record_time) SELECT name, 1, '2024-03-01' FROM known_plan",
        """
        INSERT INTO known_task (name, revision, plan, number, section, target, due_quarters, lead_units, supporting_units, leaders, promises, withdrawn, added, time, heard)
        SELECT p.name || '/tasks/' || n, 0, p.name, n, (ARRAY['政府工作报告', '十件民生实事', '一号文'])[n % 3 + 1], '全年完成工业投资630亿元，其中工业技改投资不少于240亿元。', ARRAY[1, 2, 3, 4],
            jsonb_build_array(jsonb_build_object('unit', 'units/u' || n % 60, 'displayName', '第' || n % 60 || '局')), '[]',
            jsonb_build_array(jsonb_build_object('person', 'people/p' || n % 9, 'displayName', '领导' || n % 9, 'position', 1)),
            jsonb_build_array(jsonb_build_object('commitment', p.name || '/tasks/' || n || '/commitments/1', 'annual', true, 'measure', '完成工业投资', 'unit', '亿元', 'value', 630, 'floor', true, 'adds', true)),
            false, false, '2024-03-01', 1
        FROM known_plan p, generate_series(1, 349) n
        """,
        "INSERT INTO acknowledgement (task, unit, plan, complete, time, heard) SELECT name, lead_units->0->>'unit', plan, true, '2024-03-02', 1 FROM known_task",
        """
        INSERT INTO accepted_report (report, revision, task, plan, quarter, period, unit, unit_name, light, narrative, difficulties, next_steps,
            author_account, author_display_name, author_time, approver_account, approver_display_name, approver_time, reviewer_account, reviewer_display_name, reviewer_time, heard)
        SELECT name || '/reports/u' || number % 60 || '-q' || q, 1, name, plan, q, 'q' || q, lead_units->0->>'unit', lead_units->0->>'displayName', 1 + (number + q) % 3,
            repeat('组织召开项目推进会12场，协调解决用地、用电、审批等问题86个。', 4), '部分项目受征地拆迁和汛期影响，开工时间比计划推迟。', '建立周调度机制，两个月内追平计划进度。',
            'a', '陈晓明', '2024-04-01', 'b', '李建国', '2024-04-02', 'c', '王芳', '2024-04-05', 1
        FROM known_task, generate_series(1, 2) q WHERE number % 5 > 0
        """,
        """
        INSERT INTO accepted_figure (report, revision, ordinal, commitment, measure, unit, period, year_to_date)
        SELECT report, 1, 1, task || '/commitments/1', '完成工业投资', '亿元', 131.25, 131.25 * quarter FROM accepted_report
        """,
        "ANALYZE",
    ];
}
