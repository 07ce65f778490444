using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Collects the resources of an application.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Environment variables, then <c>--NAME=value</c> arguments.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>Absolute path of the folder with the host's project file.</summary>
    string AppHostDirectory { get; }

    IHostEnvironment Environment { get; }

    IServiceCollection Services { get; }

    /// <exception cref="DistributedApplicationException">The name is taken or malformed.</exception>
    IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;

    DistributedApplication Build();
}
