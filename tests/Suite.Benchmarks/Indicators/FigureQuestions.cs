using Npgsql;
using Suite.Indicators.V1;

namespace Suite.Benchmarks.Indicators;

/// <summary>What is asked most: one series, a matrix of towns, indicators and months, a league table.</summary>
sealed class FigureQuestions : IMeasurement
{
    const int Towns = 33;
    const string League = "leagues/bench";

    readonly Random _random = new(7);

    public string Name => "indicators.questions";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation)
    {
        await using var many = await ManyFigures.StartAsync(fill: true, cancellation);
        await using var source = NpgsqlDataSource.Create(many.ConnectionString);
        var (query, leagues) = (new QueryService.QueryServiceClient(many.Door), new LeagueService.LeagueServiceClient(many.Door));
        var (from, to) = (ManyFigures.Month(ManyFigures.Months - 12), ManyFigures.Month(ManyFigures.Months - 1));
        await leagues.SetLeagueAsync(new()
        {
            League = new() { Name = League, DisplayName = "擂台", Normalisation = Normalisation.MinMax, Parts = { Enumerable.Range(0, 5).Select(i => new LeaguePart { Definition = $"definitions/i{i}" }) } },
        }, cancellationToken: cancellation);
        var shown = await query.GetSeriesAsync(Series(many), cancellationToken: cancellation);
        if (shown.Points.Count != ManyFigures.Months) throw new InvalidOperationException($"A series has {shown.Points.Count} points: something else is measured.");

        var series = await Turns.TakeAsync(500, async () => await query.GetSeriesAsync(Series(many), cancellationToken: cancellation),
            () => ReadAsync(source, [_random.Next(many.Indicators) + 1], [_random.Next(ManyFigures.Entities) + 1], 0, cancellation), cancellation);
        var matrix = await Turns.TakeAsync(100, async () => await query.QueryMatrixAsync(Matrix(many, from, to), cancellationToken: cancellation),
            () => ReadAsync(source, [.. Enumerable.Range(_random.Next(many.Indicators - 19) + 1, 20)], [.. Enumerable.Range(1, Towns)], ManyFigures.Months - 12, cancellation), cancellation);
        var table = await Turns.TakeAsync(100, async () => await leagues.GetLeagueTableAsync(new() { Name = League, Period = to }, cancellationToken: cancellation),
            () => ReadAsync(source, [1, 2, 3, 4, 5], [.. Enumerable.Range(1, ManyFigures.Entities)], ManyFigures.Months - 12, cancellation), cancellation);
        const string same = "the same rows straight from the table's index";
        return
        [
            new("indicators.series", many.What, series.Took, same, series.Reference, 20),
            new("indicators.matrix.33x20x12", many.What, matrix.Took, same, matrix.Reference, 150),
            new("indicators.league.5-indicators", many.What, table.Took, same, table.Reference, 300),
        ];
    }

    GetSeriesRequest Series(ManyFigures many) => new()
    {
        Name = $"definitions/i{_random.Next(many.Indicators)}/series/e{_random.Next(ManyFigures.Entities)}", From = ManyFigures.Month(0), To = ManyFigures.Month(ManyFigures.Months - 1),
    };

    QueryMatrixRequest Matrix(ManyFigures many, string from, string to) => new()
    {
        Definitions = { Enumerable.Range(_random.Next(many.Indicators - 19), 20).Select(i => $"definitions/i{i}") }, Entities = { Enumerable.Range(0, Towns).Select(e => $"entities/e{e}") },
        From = from, To = to, PageSize = 1000,
    };

    /// <param name="first">From this month on.</param>
    static async Task ReadAsync(NpgsqlDataSource source, int[] measures, int[] entities, int first, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT * FROM figure WHERE measure = ANY($1) AND entity = ANY($2) AND period >= $3");
        command.Parameters.AddWithValue(measures);
        command.Parameters.AddWithValue(entities);
        command.Parameters.AddWithValue(ManyFigures.Code(first));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) reader.GetInt32(0);
    }
}
