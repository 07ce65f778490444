using Npgsql;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Benchmarks.Tasks;

/// <summary>Words of one, two and four characters among a hundred cities' tasks: trigrams help only the last.</summary>
sealed class SearchWords : IMeasurement
{
    const int Rounds = 200;

    public string Name => "tasks.search";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation)
    {
        await using var running = await Cities.StartAsync(100, cancellation);
        await using var source = NpgsqlDataSource.Create(running.ConnectionString);
        var tasks = new TaskService.TaskServiceClient(running.Door);
        var figures = new List<Figure>();
        foreach (var words in new[] { "资", "更新", "第17批" })
        {
            var request = new ListTasksRequest { Parent = "plans/city-1", Q = words };
            var (took, reference) = await Turns.TakeAsync(
                Rounds, async () => await tasks.ListTasksAsync(request, cancellationToken: cancellation), () => ReadAsync(source, cancellation), cancellation);
            figures.Add(new(Name, $"100 × 349 tasks, {words.Length} characters", took, "the first 50 tasks of the plan", reference, 50));
        }

        return figures;
    }

    static async Task ReadAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT * FROM task WHERE plan_id = 'city-1' ORDER BY number LIMIT 51");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) reader.GetString(0);
    }
}
