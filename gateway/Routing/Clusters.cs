using System.Net;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Suite.Gateway.Routing;

/// <summary>
/// Two clusters a backend, one for each of its doors. Addresses come from configuration as the AppHost sets it:
/// <c>services:{backend}:http:0…n</c> and <c>services:{backend}:grpc:0…n</c>; several are replicas.
/// </summary>
static class Clusters
{
    public static string Json(string backend) => $"{backend}-json";

    public static string Grpc(string backend) => $"{backend}-grpc";

    public static IReadOnlyList<ClusterConfig> From(IConfiguration configuration)
    {
        var patience = configuration.GetSection(Patience.Section).Get<Patience>() ?? new();
        return
        [
            .. Contract.BackendNames.SelectMany<string, ClusterConfig>(backend =>
            [
                Cluster(Json(backend), configuration.GetSection($"services:{backend}:http"), HttpVersion.Version11, patience.Json),
                Cluster(Grpc(backend), configuration.GetSection($"services:{backend}:grpc"), HttpVersion.Version20, patience.Grpc),
            ]),
        ];
    }

    static ClusterConfig Cluster(string id, IConfigurationSection addresses, Version version, TimeSpan timeout) => new()
    {
        ClusterId = id,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        HttpClient = new() { EnableMultipleHttp2Connections = true },
        HttpRequest = new() { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact, ActivityTimeout = timeout },
        HealthCheck = HealthCheck,
        Metadata = new Dictionary<string, string> { [ConsecutiveFailuresHealthPolicyOptions.ThresholdMetadataName] = "1" },
        Destinations = addresses.GetChildren().Where(a => !string.IsNullOrEmpty(a.Value))
            .ToDictionary(a => $"{id}-{a.Key}", a => new DestinationConfig { Address = a.Value! }),
    };

    static HealthCheckConfig HealthCheck => new()
    {
        // When every replica looks ill, trying one tells the caller more than refusing does, and notices a recovery at once.
        AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
        Passive = new()
        {
            Enabled = true, Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate, ReactivationPeriod = TimeSpan.FromSeconds(10),
        },
        Active = new()
        {
            Enabled = true, Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures, Path = "/health/ready",
            Interval = TimeSpan.FromSeconds(3), Timeout = TimeSpan.FromSeconds(3),
        },
    };
}
