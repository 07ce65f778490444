using Npgsql;

namespace Suite.Benchmarks.Directory;

/// <summary>A page from the middle of a long list.</summary>
sealed class ListUnits : IMeasurement
{
    const int Rounds = 500;

    public string Name => "directory.units.page-of-50";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation)
    {
        await using var directory = await LargeDirectory.StartAsync();
        await using var source = NpgsqlDataSource.Create(directory.ConnectionString);
        var units = directory.Units;
        var middle = (await units.ListUnitsAsync(new() { PageSize = 1000 })).NextPageToken;
        var token = (await units.ListUnitsAsync(new() { PageSize = 50 })).NextPageToken;
        if (middle.Length == 0) throw new InvalidOperationException("There is only one page: nothing is measured.");
        var (took, reference) = await Turns.TakeAsync(
            Rounds, async () => await units.ListUnitsAsync(new() { PageSize = 50, PageToken = token }, cancellationToken: cancellation),
            () => ReadAsync(source, cancellation), cancellation);
        return [new(Name, "10,000 units, gRPC", took, "the same rows straight from the table's index", reference)];
    }

    static async Task ReadAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT * FROM unit WHERE id > 'u5' ORDER BY id LIMIT 51");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) reader.GetString(0);
    }
}
