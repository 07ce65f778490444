using Aspire.Hosting;
using Aspire.Hosting.Testing;

namespace Suite.Testing;

/// <summary>
/// One RabbitMQ server for as long as the test process lives. A service's queue is named as the service, so a test process
/// runs each service once and keeps its tests apart by the names of their plans.
/// </summary>
public static class RabbitServer
{
    static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Its address, amqp://user:password@host:port, for <c>ConnectionStrings:rabbitmq</c>.</summary>
    public static Task<string> AddressAsync() => Started.Value;

    static async Task<string> StartAsync()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddRabbitMQ("rabbitmq");
        var app = builder.Build();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => app.Dispose();
        await app.StartAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("rabbitmq");
        return (await app.GetConnectionStringAsync("rabbitmq"))!;
    }
}
