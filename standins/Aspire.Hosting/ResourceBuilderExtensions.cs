using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What any resource can be given.</summary>
public static class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.WithEnvironment(environment => environment[name] = value ?? "");

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => builder.WithEnvironment(environment => environment[name] = parameter.Resource.Value);

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args) where T : IResourceWithArgs
    {
        builder.Part().Arguments.AddRange(args);
        return builder;
    }

    /// <summary>Gives the process <c>ConnectionStrings__{name}</c>.</summary>
    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null)
        where T : IResourceWithEnvironment
    {
        builder.Part().References.Add(source.Part());
        return builder.WithEnvironment(environment =>
            environment[$"ConnectionStrings__{connectionName ?? source.Resource.Name}"] =
                source.Resource.GetConnectionStringAsync().AsTask().GetAwaiter().GetResult() ?? "");
    }

    /// <summary>Gives the process <c>services__{name}__{endpoint}__0</c> for every endpoint of the source.</summary>
    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source) where T : IResourceWithEnvironment
    {
        var target = source.Part();
        builder.Part().References.Add(target);
        return builder.WithEnvironment(environment =>
        {
            foreach (var endpoint in target.Endpoints)
                environment[$"services__{target.Name}__{endpoint.Name}__0"] = endpoint.Url;
        });
    }

    /// <summary>Holds the start until the dependency runs and its health check passes.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport
    {
        builder.Part().WaitsFor.Add(dependency.Part());
        return builder;
    }

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        builder.Part().HealthCheck = new HttpHealthCheck(path ?? "/", statusCode ?? 200, endpointName ?? "http");
        return builder;
    }

    /// <summary>Changes an endpoint, or adds one where there is none of that name.</summary>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<EndpointAnnotation> callback, bool createIfNotExists = true)
        where T : IResourceWithEndpoints
    {
        var endpoints = builder.Part().Endpoints;
        if (createIfNotExists && !endpoints.Exists(e => e.Name.Equals(endpointName, StringComparison.OrdinalIgnoreCase)))
            endpoints.Add(new EndpointAnnotation(endpointName));
        callback(builder.Part().Endpoint(endpointName));
        return builder;
    }

    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Part().Endpoints.Where(e => e.UriScheme is "http" or "https"))
            endpoint.IsExternal = true;
        return builder;
    }

    internal static Resource Part<T>(this IResourceBuilder<T> builder) where T : IResource => (Resource)(object)builder.Resource;

    private static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, Action<IDictionary<string, string>> add)
        where T : IResourceWithEnvironment
    {
        builder.Part().Environment.Add(add);
        return builder;
    }
}
