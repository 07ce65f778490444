namespace Suite.Tasks.Webhooks;

/// <summary>Sends what is due every few seconds (<c>Webhooks:Interval</c>, five where none is set).</summary>
public sealed partial class WebhookClock(IServiceScopeFactory scopes, TimeProvider clock, IConfiguration configuration, ILogger<WebhookClock> logger) : BackgroundService
{
    readonly TimeSpan _interval = configuration.GetValue<TimeSpan?>("Webhooks:Interval") ?? TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var dispatcher = scope.ServiceProvider.GetRequiredService<WebhookDispatcher>();
                var more = true;
                while (more) more = await dispatcher.SendNextAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogPutOff(logger, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks could not be sent now; trying again at the next turn")]
    static partial void LogPutOff(ILogger logger, Exception error);
}
