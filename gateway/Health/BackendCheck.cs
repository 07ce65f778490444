using Microsoft.Extensions.Diagnostics.HealthChecks;
using Suite.Gateway.Routing;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Suite.Gateway.Health;

/// <summary>A backend is ready when behind each of its doors at least one replica answered its last probe.</summary>
sealed class BackendCheck(IProxyStateLookup proxy, string backend) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string[] faults = [.. Faults(Clusters.Json(backend), "JSON"), .. Faults(Clusters.Grpc(backend), "gRPC")];
        return Task.FromResult(faults.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Join(" ", faults)));
    }

    IEnumerable<string> Faults(string cluster, string door)
    {
        var replicas = proxy.TryGetCluster(cluster, out var state) ? state.Destinations.Values.ToList() : [];
        if (replicas.Count == 0) yield return $"No address is configured for {backend}'s {door} door.";
        else if (!replicas.Any(r => r.Health.Active == DestinationHealth.Healthy))
            yield return $"Of {backend}'s {replicas.Count} replica(s) none answers ready at its {door} door.";
    }
}
