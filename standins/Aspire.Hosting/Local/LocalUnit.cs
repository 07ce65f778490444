using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Local;

/// <summary>What a unit is given to work with; <c>Root</c> is the data folder, <c>Log</c> takes the lines of the resource's process.</summary>
internal sealed record UnitContext(string Root, ResourceLog Log, LoopbackPorts Ports, IConfiguration Configuration, string EnvironmentName);

/// <summary>How one kind of resource is run on this machine.</summary>
internal abstract class LocalUnit(Resource resource, UnitContext context)
{
    public Resource Resource => resource;

    public UnitContext Context => context;

    public virtual int StopSignal => Signals.Terminate;

    public virtual TimeSpan StopGrace => TimeSpan.FromSeconds(context.Configuration.GetValue("SUITE_STOP_TIMEOUT", 15));

    /// <summary>Where it can be reached, for the list.</summary>
    public virtual string Addresses => string.Join("  ", resource.Endpoints.Select(e => $"{e.Url} ({e.Name})"));

    /// <summary>Without one a resource counts as healthy once it runs.</summary>
    public virtual bool HasHealthCheck => true;

    /// <summary>Sentences about what is missing, found before anything is started.</summary>
    public virtual IEnumerable<string> Problems() => [];

    /// <summary>Starts the process; null when the resource lives inside another one's.</summary>
    public abstract Task<ChildProcess?> StartAsync(CancellationToken cancellation);

    /// <returns>Null when it can be used, otherwise what is amiss.</returns>
    public abstract Task<string?> HealthProblemAsync(CancellationToken cancellation);

    /// <summary>Called when the process is gone, for what ran beside it.</summary>
    public virtual Task AfterExitAsync() => Task.CompletedTask;

    public static LocalUnit For(Resource resource, UnitContext context) => resource switch
    {
        PostgresServerResource server => new PostgresUnit(server, context),
        PostgresDatabaseResource database => new DatabaseUnit(database, context),
        RabbitMQServerResource broker => new RabbitMQUnit(broker, context),
        ProjectResource project => new ProjectUnit(project, context),
        _ => throw new DistributedApplicationException($"The stand-in cannot run '{resource.Name}', a {resource.GetType().Name}."),
    };
}
