using Npgsql;

namespace Suite.Year.Tests;

/// <summary>Looks into a service's own tables: what no door tells in one piece.</summary>
sealed class Database(string connection)
{
    public async Task<long> CountAsync(string sql) => (await RowsAsync<long>(sql, row => row.GetInt64(0)))[0];

    public async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }
}
