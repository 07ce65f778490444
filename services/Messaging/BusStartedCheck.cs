using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Suite.Messaging;

/// <summary>
/// Ready once the bus has been connected for the first time: then this service's queue exists and keeps what others publish. A
/// broker lost later is reported as degraded, not as unready: commands are accepted into the outbox meanwhile.
/// </summary>
sealed class BusStartedCheck(IBusControl bus) : IHealthCheck
{
    volatile bool _connected;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = bus.CheckHealth();
        if (health.Status == BusHealthStatus.Healthy) _connected = true;
        return Task.FromResult(health.Status == BusHealthStatus.Healthy ? HealthCheckResult.Healthy()
            : _connected ? HealthCheckResult.Degraded("The broker is away; events wait in the outbox.", health.Exception)
            : HealthCheckResult.Unhealthy("The broker has not been reached yet.", health.Exception));
    }
}
