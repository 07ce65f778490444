using Npgsql;
using Suite.ServiceDefaults.Storage;

namespace Suite.Tasks.Reminders;

/// <summary>
/// Asks the clock every now and then (<c>Supervision:Interval</c>, a minute where none is set). A lock lets one replica do it at a time;
/// what is sent once is kept by the keys in the database, not by the lock.
/// </summary>
public sealed partial class SupervisionClock(
    IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock, IConfiguration configuration, ILogger<SupervisionClock> logger) : BackgroundService
{
    readonly TimeSpan _interval = configuration.GetValue<TimeSpan?>("Supervision:Interval") ?? TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Nothing is lost: what could not be done now is done at the next turn.
                LogPutOff(logger, error);
            }
        }
    }

    async Task TickAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_xact_lock(@key)", connection, transaction) { Parameters = { new("key", AdvisoryLocks.SupervisionClock) } };
        if (await command.ExecuteScalarAsync(cancellation) is not true) return;
        await using var scope = scopes.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<ReminderClock>().TickAsync(cancellation);
        if (made > 0) LogSent(logger, made);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} reminder notifications were made")]
    static partial void LogSent(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The supervision clock could not do its work now; trying again at the next turn")]
    static partial void LogPutOff(ILogger logger, Exception error);
}
