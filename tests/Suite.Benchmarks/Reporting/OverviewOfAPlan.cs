using Npgsql;
using Suite.Reporting.V1;

namespace Suite.Benchmarks.Reporting;

/// <summary>The city at a glance, and its units with their trends, of one plan among a hundred.</summary>
sealed class OverviewOfAPlan : IMeasurement
{
    const int Rounds = 300;
    const double Goal = 30;

    public string Name => "reporting.overview";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation)
    {
        await using var cities = await KnownCities.StartAsync(100, cancellation);
        await using var source = NpgsqlDataSource.Create(cities.ConnectionString);
        var overviews = new OverviewService.OverviewServiceClient(cities.Door);
        var overview = await overviews.GetOverviewAsync(new() { Plan = "plans/city-7", Quarter = 2 }, cancellationToken: cancellation);
        if (overview.Counts is not { Tasks: 349, Accepted: 280 }) throw new InvalidOperationException($"The overview counts {overview.Counts}: something else is measured.");
        var units = new ListStandingsRequest { Plan = "plans/city-7", Quarter = 2, Dimension = ListStandingsRequest.Types.Dimension.Unit, PageSize = 100 };
        return
        [
            await MeasureAsync("one plan among 100 cities, gRPC", async () => await overviews.GetOverviewAsync(new() { Plan = "plans/city-7", Quarter = 2 }, cancellationToken: cancellation)),
            await MeasureAsync("its 60 units with ranks and trends", async () => await overviews.ListStandingsAsync(units, cancellationToken: cancellation)),
        ];

        async Task<Figure> MeasureAsync(string what, Func<Task> call)
        {
            var (took, reference) = await Turns.TakeAsync(Rounds, call, () => ReadAsync(source, cancellation), cancellation);
            return new(Name, what, took, "the plan's tasks counted by the database", reference, Goal);
        }
    }

    public static async Task ReadAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT section, count(*) FROM known_task WHERE plan = 'plans/city-7' GROUP BY 1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) reader.GetInt64(1);
    }
}
