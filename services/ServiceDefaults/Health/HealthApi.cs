using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Suite.ServiceDefaults.Errors;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Suite.ServiceDefaults.Health;

/// <summary>grpc.health.v1 over the process's own health checks.</summary>
public sealed class HealthApi(HealthCheckService checks, ServedServices served, TimeProvider clock) : Grpc.Health.V1.Health.HealthBase
{
    static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(2);

    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (!Knows(request.Service)) throw Problems.NotFound("service", request.Service);
        return new() { Status = await StatusAsync(request.Service, context.CancellationToken) };
    }

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responses, ServerCallContext context)
    {
        ServingStatus? last = null;
        using var timer = new PeriodicTimer(WatchInterval, clock);
        do
        {
            var now = Knows(request.Service) ? await StatusAsync(request.Service, context.CancellationToken) : ServingStatus.ServiceUnknown;
            if (now != last) await responses.WriteAsync(new() { Status = now }, context.CancellationToken);
            last = now;
        }
        while (await timer.WaitForNextTickAsync(context.CancellationToken));
    }

    bool Knows(string service) => service.Length == 0 || served.Contains(service);

    async Task<ServingStatus> StatusAsync(string service, CancellationToken cancellation)
    {
        var only = served.CheckOf(service);
        var report = await checks.CheckHealthAsync(c => c.Tags.Contains(HealthTags.Ready) && (only is null || c.Name == only), cancellation);
        return report.Status == HealthStatus.Unhealthy ? ServingStatus.NotServing : ServingStatus.Serving;
    }
}
