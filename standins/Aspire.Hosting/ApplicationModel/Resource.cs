namespace Aspire.Hosting.ApplicationModel;

/// <summary>What the stand-in keeps about a resource between Program.cs and the start.</summary>
public abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;

    internal List<EndpointAnnotation> Endpoints { get; } = [];

    internal List<string> Arguments { get; } = [];

    /// <summary>Run when the process is started, so that ports and passwords are known by then.</summary>
    internal List<Action<IDictionary<string, string>>> Environment { get; } = [];

    /// <summary>Resources that must be healthy before this one starts.</summary>
    internal HashSet<Resource> WaitsFor { get; } = [];

    /// <summary>Resources whose address this one is given; they are stopped after it.</summary>
    internal HashSet<Resource> References { get; } = [];

    internal HttpHealthCheck? HealthCheck { get; set; }

    /// <summary>Whether the files outlive the run, as with a container's volume.</summary>
    internal bool KeepsData { get; set; }

    internal EndpointAnnotation Endpoint(string endpointName) =>
        Endpoints.Find(e => e.Name.Equals(endpointName, StringComparison.OrdinalIgnoreCase))
        ?? throw new DistributedApplicationException(
            $"Resource '{Name}' has no endpoint '{endpointName}'; it has: {string.Join(", ", Endpoints.Select(e => e.Name))}.");
}

/// <summary>GET <paramref name="Path"/> on an endpoint must answer <paramref name="StatusCode"/>.</summary>
internal sealed record HttpHealthCheck(string Path, int StatusCode, string EndpointName);
