using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Suite.ServiceDefaults.Auditing;
using Suite.ServiceDefaults.Health;
using Suite.ServiceDefaults.Identity;

namespace Suite.ServiceDefaults.Storage;

public static class StorageExtensions
{
    /// <summary>
    /// The service's own PostgreSQL database under <paramref name="connectionName"/>: pooled connections, the context, migrations
    /// at start, a readiness check, and the command runner.
    /// </summary>
    public static void AddStorage<TDb>(this IHostApplicationBuilder builder, string connectionName)
        where TDb : SuiteDbContext
    {
        var connection = builder.Configuration.GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is not set; the AppHost sets it.");
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connection).Build());
        builder.Services.AddDbContext<TDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>()));
        builder.Services.AddScoped<CommandRunner<TDb>>();
        builder.Services.AddScoped<AuditReader<TDb>>().AddScoped<AuditDesk<TDb>>().AddSingleton<CheckpointSigner>();
        builder.Services.AddSingleton<RefusalLimit>().AddSingleton<IRefusalAudit, RefusalAudit<TDb>>();
        builder.Services.AddSingleton<MigrationState>();
        builder.Services.AddHostedService<Migrator<TDb>>();
        builder.Services.AddHostedService<RequestRetention<TDb>>();
        builder.Services.AddHostedService<CheckpointKeeper<TDb>>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [HealthTags.Ready]);
    }
}
