using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Local;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Testing;

/// <summary>How a test reaches the resources of a started application.</summary>
public static class DistributedApplicationHostingTestingExtensions
{
    /// <exception cref="DistributedApplicationException">No such resource, or it has no connection string.</exception>
    public static ValueTask<string?> GetConnectionStringAsync(
        this DistributedApplication app, string resourceName, CancellationToken cancellationToken = default) =>
        app.Resource(resourceName) is IResourceWithConnectionString connected
            ? connected.GetConnectionStringAsync(cancellationToken)
            : throw new DistributedApplicationException($"Resource '{resourceName}' has no connection string.");

    /// <exception cref="DistributedApplicationException">No such resource or endpoint.</exception>
    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string endpointName = "http") =>
        new(app.Resource(resourceName).Endpoint(endpointName).Url);

    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string endpointName = "http") =>
        new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = app.GetEndpoint(resourceName, endpointName) };

    private static Resource Resource(this DistributedApplication app, string resourceName) =>
        app.Services.GetRequiredService<LocalHost>().Runner(resourceName).Resource;
}
