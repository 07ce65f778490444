namespace Aspire.Hosting.ApplicationModel;

/// <summary>A RabbitMQ node with a user of its own instead of guest.</summary>
public sealed class RabbitMQServerResource : Resource, IResourceWithConnectionString, IResourceWithEnvironment, IResourceWithWaitSupport,
    IResourceWithEndpoints
{
    internal const string User = "suite";

    public RabbitMQServerResource(string name) : base(name) => Endpoints.Add(new("tcp", "amqp", "tcp"));

    internal Func<string> Password { get; set; } = () => "";

    internal int Port => Endpoints[0].AllocatedPort;

    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Port is 0 ? null : $"amqp://{User}:{Password()}@{Endpoints[0].TargetHost}:{Port}");
}
