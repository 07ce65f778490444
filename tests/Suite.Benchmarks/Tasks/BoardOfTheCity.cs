using Npgsql;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Benchmarks.Tasks;

/// <summary>The board of one city, alone in the database and among a hundred.</summary>
sealed class BoardOfTheCity : IMeasurement
{
    const int Rounds = 300;

    public string Name => "tasks.board";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation) =>
        [await RunAsync(1, goal: 50, cancellation), await RunAsync(100, goal: 150, cancellation)];

    async Task<Figure> RunAsync(int cities, double goal, CancellationToken cancellation)
    {
        await using var running = await Cities.StartAsync(cities, cancellation);
        await using var source = NpgsqlDataSource.Create(running.ConnectionString);
        var boards = new BoardService.BoardServiceClient(running.Door);
        var board = await boards.GetBoardAsync(new() { Name = "plans/city-1" }, cancellationToken: cancellation);
        if (board.Total.Tasks != Cities.TasksOfOne) throw new InvalidOperationException($"The board counts {board.Total.Tasks} tasks: something else is measured.");
        var (took, reference) = await Turns.TakeAsync(
            Rounds, async () => await boards.GetBoardAsync(new() { Name = "plans/city-1" }, cancellationToken: cancellation), () => ReadAsync(source, cancellation), cancellation);
        return new(Name, $"{cities} × 349 tasks, gRPC", took, "the plan's tasks counted by the database", reference, goal);
    }

    static async Task ReadAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT section, state, light, count(*) FROM task WHERE plan_id = 'city-1' GROUP BY 1, 2, 3");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) reader.GetInt64(3);
    }
}
