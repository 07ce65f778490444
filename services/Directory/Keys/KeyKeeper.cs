using Npgsql;

namespace Suite.Directory.Keys;

/// <summary>Looks after the signing keys every minute, in every replica: what one of them makes, all must publish and accept in time.</summary>
sealed partial class KeyKeeper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyKeeper> logger) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<KeyRotation>().TendAsync(stoppingToken);
            }
            catch (Exception error) when ((error as NpgsqlException ?? error.InnerException) is NpgsqlException)
            {
                LogPutOff(logger, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys could not be looked after now; trying again in a minute")]
    static partial void LogPutOff(ILogger logger, Exception error);
}
