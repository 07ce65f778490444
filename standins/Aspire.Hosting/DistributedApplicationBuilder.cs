using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Local;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

internal sealed partial class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _host;
    private readonly List<Resource> _resources = [];
    private InterceptedBuild? _taker = InterceptedBuild.Current;

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        AppHostDirectory = options.ProjectDirectory ?? AppHostProject.Directory() ?? AppContext.BaseDirectory;
        // The defaults would watch settings files and write the host's own log between the resources' lines.
        _host = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            ContentRootPath = AppHostDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                ?? System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production,
        });
        Configuration.AddEnvironmentVariables().AddCommandLine(options.Args ?? []);
        _host.Logging.ClearProviders();
        Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        // Every process gets its grace period; the host must not cut that short.
        Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(5));
        Services.AddSingleton<ResourceNotificationService>();
        Services.AddSingleton<LocalHost>();
        Services.AddSingleton(services => new ResourceCommandService(services.GetRequiredService<LocalHost>()));
        Services.AddSingleton(services => new LocalProcesses(services.GetRequiredService<LocalHost>()));
        Services.AddSingleton(new LocalModel(_resources, AppHostDirectory));
        Services.AddHostedService(services => services.GetRequiredService<LocalHost>());
    }

    public ConfigurationManager Configuration => _host.Configuration;

    public string AppHostDirectory { get; }

    public IHostEnvironment Environment => _host.Environment;

    public IServiceCollection Services => _host.Services;

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        if (resource.Name.Length > 64 || !ResourceName.IsMatch(resource.Name))
            throw new DistributedApplicationException(
                $"'{resource.Name}' is no resource name: a letter, then letters, digits and single hyphens, 64 at most.");
        if (_resources.Exists(other => other.Name.Equals(resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"There is already a resource '{resource.Name}'.");
        _resources.Add((Resource)(object)resource);
        return new ResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build()
    {
        // Taken once: the test that took it builds it itself.
        var taker = Interlocked.Exchange(ref _taker, null);
        taker?.Take(this);
        return new DistributedApplication(_host.Build());
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ResourceName { get; }
}
