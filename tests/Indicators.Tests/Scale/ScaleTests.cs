using System.Diagnostics;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Indicators.Entities;
using Suite.Indicators.V1;
using Suite.Testing;
using EntityKind = Suite.Indicators.Entities.EntityKind;

namespace Suite.Indicators.Tests.Scale;

/// <summary>
/// Many figures through the public doors: a small catalogue in every run, so that nothing gets slower by orders of magnitude unnoticed. With
/// SUITE_FIGURES=5000 (indicators, each of 60 entities over 60 months) the same questions are asked of 18 million figures; what
/// does not come in by import is filled in by the database then. Times are told as they are measured.
/// </summary>
public sealed class ScaleTests(IndicatorsService service, ITestOutputHelper output)
{
    const int Towns = 33;
    const int Most = 138;

    readonly Figured _figured = new(service);
    readonly string _mark = service.NewId("scale");
    readonly int _indicators = int.Parse(Environment.GetEnvironmentVariable("SUITE_FIGURES") ?? "25", CultureInfo.InvariantCulture);

    int Entities => _indicators > Most ? 60 : Towns;

    int Months => _indicators > Most ? 60 : 24;

    string Id(int indicator) => $"{_mark}-{indicator}";

    string Town(int entity) => $"{_mark}-t{entity}";

    [Fact]
    public async Task Questions_OfManyFigures_AreAnsweredSoon()
    {
        await DefineAsync();
        var rate = await ImportAsync();
        if (_indicators > Most) await FillAsync();
        var query = new QueryService.QueryServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Observer)));
        var leagues = new LeagueService.LeagueServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));
        await leagues.SetLeagueAsync(new()
        {
            League = new() { Name = $"leagues/{_mark}", DisplayName = "擂台", Normalisation = Normalisation.MinMax, EntityKinds = { V1.EntityKind.MassOrganisation }, Parts = { Enumerable.Range(0, 5).Select(i => new LeaguePart { Definition = $"definitions/{Id(i)}" }) } },
        });
        var (from, to) = (Month(Months - 12), Month(Months - 1));
        var random = new Random(7);

        var series = await TimesAsync(300, () => query.GetSeriesAsync(new() { Name = $"definitions/{Id(random.Next(_indicators))}/series/{Town(random.Next(Entities))}", From = Month(0), To = to }).ResponseAsync);
        var matrix = await TimesAsync(40, () => query.QueryMatrixAsync(new()
        {
            Definitions = { Enumerable.Range(random.Next(_indicators - 20), 20).Select(i => $"definitions/{Id(i)}") }, Entities = { Enumerable.Range(0, Towns).Select(t => $"entities/{Town(t)}") },
            From = from, To = to, PageSize = 1000,
        }).ResponseAsync);
        var table = await TimesAsync(40, () => leagues.GetLeagueTableAsync(new() { Name = $"leagues/{_mark}", Period = to }).ResponseAsync);

        output.WriteLine($"{_indicators} indicators × {Entities} entities × {Months} months; import {rate:0} figures/s; working set {Environment.WorkingSet >> 20} MB");
        foreach (var (what, times) in new[] { ("series", series), ("matrix 33×20×12", matrix), ("league of 5 indicators", table) })
            output.WriteLine($"{what}: median {times[times.Count / 2]:0.0} ms, p99 {times[Math.Min(times.Count - 1, times.Count * 99 / 100)]:0.0} ms");
        // A tenth of the bars of the issue: the machine that runs this may be busy with others.
        rate.ShouldBeGreaterThan(5_000);
        series[series.Count / 2].ShouldBeLessThan(200);
        matrix[matrix.Count / 2].ShouldBeLessThan(1500);
        table[table.Count / 2].ShouldBeLessThan(3000);
    }

    async Task DefineAsync()
    {
        await service.KeepAsync([.. Enumerable.Range(0, Entities).Select(t => new EntityFact(Town(t), Town(t), EntityKind.MassOrganisation, null, []))]);
        await SqlAsync($"""
            INSERT INTO definition (id, version, since, name, english_name, unit, kind, period_type, direction, accumulation, aggregation, formula, entity_kinds, decimals)
            SELECT '{_mark}-' || i, 1, '-infinity', '{_mark}指标' || i, '', '亿元', 1, 1, 1, 1, 1, '', ARRAY[]::integer[], 2 FROM generate_series(0, {_indicators - 1}) i;
            INSERT INTO measure_key (name) SELECT 'definitions/{_mark}-' || i FROM generate_series(0, {_indicators - 1}) i;
            """);
    }

    /// <summary>By the import, at most twice a file's worth.</summary>
    async Task<double> ImportAsync()
    {
        var (figures, spent) = (0, TimeSpan.Zero);
        for (var first = 0; first < Math.Min(_indicators, 2 * Most); first += Most)
        {
            var table = new StringBuilder("指标,镇街,").AppendJoin(',', Enumerable.Range(0, Months).Select(Month)).Append('\n');
            for (var i = first; i < Math.Min(first + Most, _indicators); i++)
                for (var e = 0; e < Entities; e++) table.Append(Id(i)).Append(',').Append(Town(e)).Append(',').AppendJoin(',', Enumerable.Range(0, Months).Select(m => Value(i, e, m))).Append('\n');
            var request = new ImportFiguresRequest { Content = ByteString.CopyFromUtf8(table.ToString()), Source = "scale.csv" };
            var start = Stopwatch.GetTimestamp();
            figures += (await _figured.Office.ImportFiguresAsync(request)).Recorded;
            spent += Stopwatch.GetElapsedTime(start);
        }

        return figures / spent.TotalSeconds;
    }

    Task FillAsync() => SqlAsync($"""
        INSERT INTO figure (measure, entity, period, source, known_at, mark, change, status, comparator, period_value)
        SELECT k.number, e.number, (2020 + m / 12) * 1000 + 100 + m % 12 + 1, 1, now(), 1, 0, 3, 0, 10 + (k.number * 7 + e.number * 13 + m) % 17
        FROM (SELECT number FROM measure_key WHERE name LIKE 'definitions/{_mark}-%' ORDER BY number OFFSET {2 * Most}) k,
             (SELECT number FROM entity WHERE id LIKE '{_mark}-t%') e, generate_series(0, {Months - 1}) m;
        ANALYZE figure;
        """);

    async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(service.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
        await command.ExecuteNonQueryAsync();
    }

    static string Month(int at) => string.Create(CultureInfo.InvariantCulture, $"{2020 + (at / 12)}-{(at % 12) + 1:00}");

    static int Value(int indicator, int entity, int month) => 10 + (((indicator * 7) + (entity * 13) + month) % 17);

    /// <summary>Milliseconds of each call, ascending; the first calls are not counted.</summary>
    static async Task<List<double>> TimesAsync<T>(int count, Func<Task<T>> call)
    {
        for (var warm = 0; warm < 10; warm++) await call();
        var times = new List<double>(count);
        for (var at = 0; at < count; at++)
        {
            var start = Stopwatch.GetTimestamp();
            await call();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }
}
