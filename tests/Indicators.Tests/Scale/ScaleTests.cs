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

/// <summary>A small catalogue through the public doors in every run, so that nothing gets slower by orders of magnitude unnoticed; ./bench measures large ones.</summary>
public sealed class ScaleTests(IndicatorsService service)
{
    const int Indicators = 25;
    const int Towns = 33;
    const int Months = 24;

    readonly string _mark = service.NewId("scale");

    [Fact]
    public async Task ImportAndMatrix_OfManyFigures_TakeSeconds()
    {
        await DefineAsync();
        var request = new ImportFiguresRequest { Content = ByteString.CopyFromUtf8(File()), Source = "scale.csv" };
        var began = Stopwatch.GetTimestamp();

        var recorded = (await new Figured(service).Office.ImportFiguresAsync(request)).Recorded;
        var imported = Stopwatch.GetElapsedTime(began);
        var matrix = await new QueryService.QueryServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Observer))).QueryMatrixAsync(new()
        {
            Definitions = { Enumerable.Range(0, 20).Select(i => $"definitions/{_mark}-{i}") }, Entities = { Enumerable.Range(0, Towns).Select(t => $"entities/{_mark}-t{t}") },
            From = Month(12), To = Month(23), PageSize = 1000,
        });
        var asked = Stopwatch.GetElapsedTime(began) - imported;

        recorded.ShouldBe(Indicators * Towns * Months);
        matrix.Rows.Sum(r => r.Values.Count(v => v.Length > 0)).ShouldBe(20 * Towns * 12);
        // A tenth of the bars and less: the machine may be busy with others.
        imported.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        asked.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    async Task DefineAsync()
    {
        await service.KeepAsync([.. Enumerable.Range(0, Towns).Select(t => new EntityFact($"{_mark}-t{t}", $"{_mark}-t{t}", EntityKind.MassOrganisation, null, []))]);
        await using var connection = new NpgsqlConnection(service.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
             INSERT INTO definition (id, version, since, name, english_name, unit, kind, period_type, direction, accumulation, aggregation, formula, entity_kinds, decimals)
             SELECT '{_mark}-' || i, 1, '-infinity', '{_mark}指标' || i, '', '亿元', 1, 1, 1, 1, 1, '', ARRAY[]::integer[], 2 FROM generate_series(0, {Indicators - 1}) i;
             INSERT INTO measure_key (name) SELECT 'definitions/{_mark}-' || i FROM generate_series(0, {Indicators - 1}) i;
             """, connection);
        await command.ExecuteNonQueryAsync();
    }

    string File()
    {
        var table = new StringBuilder("指标,镇街,").AppendJoin(',', Enumerable.Range(0, Months).Select(Month)).Append('\n');
        for (var i = 0; i < Indicators; i++)
            for (var t = 0; t < Towns; t++)
                table.Append(CultureInfo.InvariantCulture, $"{_mark}-{i},{_mark}-t{t},").AppendJoin(',', Enumerable.Range(0, Months).Select(m => 10 + (((i * 7) + (t * 13) + m) % 17))).Append('\n');
        return table.ToString();
    }

    static string Month(int at) => string.Create(CultureInfo.InvariantCulture, $"{2020 + (at / 12)}-{(at % 12) + 1:00}");
}
