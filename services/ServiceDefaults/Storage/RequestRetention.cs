using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Suite.ServiceDefaults.Storage;

/// <summary>Forgets the answers to request ids after the time the contract promises to remember them.</summary>
sealed partial class RequestRetention<TDb>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RequestRetention<TDb>> logger) : BackgroundService
    where TDb : SuiteDbContext
{
    static readonly TimeSpan Remembered = TimeSpan.FromDays(7);
    static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow() - Remembered;
                await scope.ServiceProvider.GetRequiredService<TDb>().HandledRequests.Where(r => r.Time < before).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception error) when ((error as NpgsqlException ?? error.InnerException) is NpgsqlException)
            {
                LogPutOff(logger, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old request ids could not be forgotten now; trying again in an hour")]
    static partial void LogPutOff(ILogger logger, Exception error);
}
