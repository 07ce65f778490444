using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Suite.ServiceDefaults.Storage;

namespace Suite.ServiceDefaults.Identity;

public static class StoredDocumentsExtensions
{
    /// <summary>Keeps the token issuer's document and keys in the service's own database. The model needs AddKeptDocuments.</summary>
    public static void AddKeptAuthority<TDb>(this IHostApplicationBuilder builder)
        where TDb : SuiteDbContext => builder.Services.AddSingleton<IKeptDocuments, StoredDocuments<TDb>>();
}

/// <summary>Kept documents in the service's database.</summary>
sealed partial class StoredDocuments<TDb>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StoredDocuments<TDb>> logger) : IKeptDocuments
    where TDb : SuiteDbContext
{
    /// <summary>A key that its issuer withdrew is good for no longer than this, whoever keeps the issuer from saying so.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public async Task KeepAsync(string address, string text, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetUtcNow();
            await scope.ServiceProvider.GetRequiredService<TDb>().Database.ExecuteSqlAsync(
                $"""
                 DELETE FROM kept_document WHERE read_at < {now - Longest};
                 INSERT INTO kept_document (address, text, read_at) VALUES ({address}, {text}, {now})
                 ON CONFLICT (address) DO UPDATE SET text = excluded.text, read_at = excluded.read_at
                 """, cancellation);
        }
        catch (NpgsqlException error)
        {
            // The document that was read is used all the same; the next one is kept.
            LogNotKept(logger, address, error.Message);
        }
    }

    public async Task<string?> FindAsync(string address, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var since = clock.GetUtcNow() - Longest;
        var found = await scope.ServiceProvider.GetRequiredService<TDb>().Set<KeptDocument>().AsNoTracking()
            .SingleOrDefaultAsync(d => d.Address == address && d.ReadAt >= since, cancellation);
        if (found is not null) LogUsed(logger, address, found.ReadAt);
        return found?.Text;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Address} was read but could not be kept: {Fault}")]
    static partial void LogNotKept(ILogger logger, string address, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Address} does not answer; what it said at {Time} is used")]
    static partial void LogUsed(ILogger logger, string address, DateTimeOffset time);
}
