using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Suite.Indicators.V1;

namespace Suite.Benchmarks.Indicators;

/// <summary>Files of figures through the public door, one after the other, beside the bare writing of as many rows into a table of the same form.</summary>
sealed class FigureImport : IMeasurement
{
    const int Files = 4;

    /// <summary>The bar: 50,000 figures a second.</summary>
    const double PerMillisecond = 50;

    public string Name => "indicators.import";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation)
    {
        await using var many = await ManyFigures.StartAsync(fill: false, cancellation);
        await many.ExecuteAsync("CREATE TABLE bare (LIKE figure INCLUDING ALL);", cancellation);
        await using var source = NpgsqlDataSource.Create(many.ConnectionString);
        var door = new FigureService.FigureServiceClient(many.Door);
        // A file holds at most 500,000 figures: 138 indicators. The first file of few lets the runtime compile what it compiles again.
        var each = Math.Min(138, (many.Indicators - 5) / Files);
        await ImportAsync(door, 0, 5, cancellation);
        var (took, bare, most) = (new List<double>(), new List<double>(), 0L);
        for (var file = 0; file < Files; file++)
        {
            took.Add(await ImportAsync(door, 5 + (file * each), each, cancellation));
            most = Math.Max(most, Environment.WorkingSet);
            bare.Add(await CopyAsync(source, file, each, cancellation));
        }

        var figures = each * ManyFigures.Entities * ManyFigures.Months;
        var rate = took.Count * figures / took.Sum() * 1000;
        return
        [
            new(Name, string.Create(CultureInfo.InvariantCulture, $"{figures} figures a file, {rate:0} a second, {most >> 20} MB with the tools that measure"), Times.Of(took),
                "as many rows into a bare table by COPY", Times.Of(bare), figures / PerMillisecond),
        ];
    }

    static async Task<double> ImportAsync(FigureService.FigureServiceClient door, int first, int count, CancellationToken cancellation)
    {
        var request = new ImportFiguresRequest { Content = ManyFigures.File(first, count), Source = "bench.csv" };
        var began = Stopwatch.GetTimestamp();
        var answer = await door.ImportFiguresAsync(request, cancellationToken: cancellation);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return answer.Recorded == count * ManyFigures.Entities * ManyFigures.Months ? took : throw new InvalidOperationException($"{answer.Recorded} were recorded: something else is measured.");
    }

    static async Task<double> CopyAsync(NpgsqlDataSource source, int file, int count, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var rows = await connection.BeginBinaryImportAsync(
            "COPY bare (measure, entity, period, source, known_at, mark, change, status, comparator, period_value) FROM STDIN (FORMAT BINARY)", cancellation);
        for (var at = 0; at < count * ManyFigures.Entities * ManyFigures.Months; at++)
        {
            await rows.StartRowAsync(cancellation);
            await rows.WriteAsync((file * count) + (at / (ManyFigures.Entities * ManyFigures.Months)), NpgsqlDbType.Integer, cancellation);
            await rows.WriteAsync(at / ManyFigures.Months % ManyFigures.Entities, NpgsqlDbType.Integer, cancellation);
            await rows.WriteAsync(ManyFigures.Code(at % ManyFigures.Months), NpgsqlDbType.Integer, cancellation);
            await rows.WriteAsync(1, NpgsqlDbType.Integer, cancellation);
            await rows.WriteAsync(DateTime.UnixEpoch, NpgsqlDbType.TimestampTz, cancellation);
            await rows.WriteAsync(1L, NpgsqlDbType.Bigint, cancellation);
            await rows.WriteAsync((long)at, NpgsqlDbType.Bigint, cancellation);
            await rows.WriteAsync((short)1, NpgsqlDbType.Smallint, cancellation);
            await rows.WriteAsync((short)0, NpgsqlDbType.Smallint, cancellation);
            await rows.WriteAsync((decimal)ManyFigures.Value(file, at, 0), NpgsqlDbType.Numeric, cancellation);
        }

        await rows.CompleteAsync(cancellation);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
