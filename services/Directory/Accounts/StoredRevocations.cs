using System.Text.Json;
using Npgsql;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Accounts;

/// <summary>The list as this service's database has it.</summary>
public sealed class StoredRevocations(NpgsqlDataSource source, TimeProvider clock) : IRevocationSource
{
    public async Task<IReadOnlySet<string>> ReadAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT id FROM revocation WHERE until > $1");
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var sessions = new HashSet<string>();
        while (await reader.ReadAsync(cancellation)) sessions.Add(reader.GetGuid(0).ToString());
        return sessions;
    }

    /// <summary>The document other services read.</summary>
    public async Task<byte[]> DocumentAsync(CancellationToken cancellation) =>
        JsonSerializer.SerializeToUtf8Bytes(new RevocationList([.. await ReadAsync(cancellation)]), JsonSerializerOptions.Web);
}
