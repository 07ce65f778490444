namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the application: a server, a database, a project, a parameter.</summary>
public interface IResource
{
    /// <summary>Unique in the application; also the prefix of its log lines.</summary>
    string Name { get; }
}

/// <summary>A resource whose process takes environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource whose process takes command line arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that can hold its start until others are healthy.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that listens on named endpoints.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource whose endpoints others find as <c>services__{name}__{endpoint}__0</c>.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>A resource that others reach through <c>ConnectionStrings__{name}</c>.</summary>
public interface IResourceWithConnectionString : IResource
{
    /// <summary>The connection string, or null while the host has not given the resource its port.</summary>
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default);
}
