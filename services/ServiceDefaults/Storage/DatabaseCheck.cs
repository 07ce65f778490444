using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Suite.ServiceDefaults.Storage;

/// <summary>Ready when the schema is in place and the database answers.</summary>
sealed class DatabaseCheck(NpgsqlDataSource source, MigrationState state) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!state.Done) return HealthCheckResult.Unhealthy("The schema is not in place yet.");
        try
        {
            await using var command = source.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException error)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", error);
        }
    }
}
