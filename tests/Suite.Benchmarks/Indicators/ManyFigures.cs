using System.Globalization;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Npgsql;
using Suite.Auth.V1;
using Suite.Indicators.Api;
using Suite.Testing;

namespace Suite.Benchmarks.Indicators;

/// <summary>
/// Figures of many indicators, each of 60 entities over 60 months, behind the service's gRPC door: 100 indicators (360,000 figures), or as many as
/// SUITE_BENCH_INDICATORS says; 5000 make the 18 million of a city's catalogue and take some minutes to fill.
/// </summary>
sealed class ManyFigures : IAsyncDisposable
{
    public const int Entities = 60;
    public const int Months = 60;

    readonly PostgresFixture _postgres = new();
    TestHost<IndicatorApi>? _host;

    public int Indicators { get; } = int.TryParse(Environment.GetEnvironmentVariable("SUITE_BENCH_INDICATORS"), out var count) && count >= 20 ? count : 100;

    public string ConnectionString => _postgres.ConnectionString;

    public CallInvoker Door => (_host ?? throw new InvalidOperationException("The service has not been started.")).GrpcInvoker(TestTokens.For(Role.Office));

    public string What => string.Create(CultureInfo.InvariantCulture, $"{Indicators} indicators × {Entities} entities × {Months} months, gRPC");

    public static string Month(int at) => string.Create(CultureInfo.InvariantCulture, $"{2020 + (at / 12)}-{(at % 12) + 1:00}");

    public static int Code(int at) => ((2020 + (at / 12)) * 1000) + 100 + (at % 12) + 1;

    /// <param name="fill">False for definitions and entities alone.</param>
    public static async Task<ManyFigures> StartAsync(bool fill, CancellationToken cancellation)
    {
        var many = new ManyFigures();
        await many._postgres.InitializeAsync();
        many._host = TestHost<IndicatorApi>.Start(new Dictionary<string, string?>
        {
            ["ConnectionStrings:indicatorsdb"] = many.ConnectionString, ["Logging:LogLevel:Default"] = "Critical",
            // Nobody listens there: no events are needed.
            ["ConnectionStrings:rabbitmq"] = $"amqp://guest:guest@127.0.0.1:{FreePorts.Take()}",
        }, services => services.TrustTestTokens());
        await many.ExecuteAsync(Defined, cancellation);
        if (fill) await many.ExecuteAsync(Filled, cancellation);
        await many.ExecuteAsync("ANALYZE;", cancellation);
        return many;
    }

    /// <summary>A file with every month of some indicators, as offices keep them: a row a series.</summary>
    public static ByteString File(int first, int count)
    {
        var table = new StringBuilder("指标,镇街,").AppendJoin(',', Enumerable.Range(0, Months).Select(Month)).Append('\n');
        foreach (var indicator in Enumerable.Range(first, count))
            foreach (var entity in Enumerable.Range(0, Entities))
                table.Append(CultureInfo.InvariantCulture, $"i{indicator},e{entity},").AppendJoin(',', Enumerable.Range(0, Months).Select(m => Value(indicator, entity, m))).Append('\n');
        return ByteString.CopyFromUtf8(table.ToString());
    }

    public static int Value(int indicator, int entity, int month) => 10 + (((indicator * 7) + (entity * 13) + month) % 17);

    public async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue(Indicators);
        if (!sql.Contains("$1", StringComparison.Ordinal)) command.Parameters.Clear();
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    const string Defined =
        """
        WITH one AS (INSERT INTO entity (id, name, kind, aliases) SELECT 'e' || e, '镇' || e, 3, '{}' FROM generate_series(0, 59) e),
            two AS (INSERT INTO measure_key (name) SELECT 'definitions/i' || i FROM generate_series(0, $1 - 1) i)
        INSERT INTO definition (id, version, since, name, english_name, unit, kind, period_type, direction, accumulation, aggregation, formula, entity_kinds, decimals)
        SELECT 'i' || i, 1, '-infinity', '指标' || i, '', '亿元', 1, 1, 1, 1, 1, '', '{}', 2 FROM generate_series(0, $1 - 1) i
        """;

    const string Filled =
        """
        WITH told AS (INSERT INTO figure_source (origin, revision, author, why, time) VALUES ('fill', 0, 'office', '', now()) RETURNING number)
        INSERT INTO figure (measure, entity, period, source, known_at, mark, change, status, comparator, period_value)
        SELECT k.number, e.number, (2020 + m / 12) * 1000 + 100 + m % 12 + 1, told.number, now(), 1, 0, 3, 0, 10 + (k.number * 7 + e.number * 13 + m) % 17
        FROM told, measure_key k, entity e, generate_series(0, 59) m
        """;
}
