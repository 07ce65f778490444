using RabbitMQ.Client;

namespace Suite.Aspire.Hosting.Tests.Servers;

public sealed class RabbitMQTests
{
    [Fact]
    public async Task StopAndStart_DurableQueue_KeepsItsMessageOnTheSameAddress()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddRabbitMQ("rabbitmq").WithDataVolume();
        await using var app = await builder.StartedAsync();
        await app.HealthyAsync("rabbitmq");
        var address = await app.GetConnectionStringAsync("rabbitmq", Support.Cancelled);
        await PublishAsync(address!);

        await app.ResourceCommands.ExecuteCommandAsync("rabbitmq", KnownResourceCommands.StopCommand, Support.Cancelled);
        (await app.EndedAsync("rabbitmq")).Snapshot.State!.Text.ShouldBe(KnownResourceStates.Exited);
        await app.ResourceCommands.ExecuteCommandAsync("rabbitmq", KnownResourceCommands.StartCommand, Support.Cancelled);
        await app.HealthyAsync("rabbitmq");

        (await app.GetConnectionStringAsync("rabbitmq", Support.Cancelled)).ShouldBe(address);
        (await ReceiveAsync(address!)).ShouldBe("督查");
    }

    [Fact]
    public async Task AddRabbitMQ_Guest_IsUnknown()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddRabbitMQ("rabbitmq");
        await using var app = await builder.StartedAsync();
        await app.HealthyAsync("rabbitmq");
        var address = new Uri((await app.GetConnectionStringAsync("rabbitmq", Support.Cancelled))!);

        var guest = new ConnectionFactory { HostName = address.Host, Port = address.Port, UserName = "guest", Password = "guest" };
        await Should.ThrowAsync<RabbitMQ.Client.Exceptions.BrokerUnreachableException>(() => guest.CreateConnectionAsync(Support.Cancelled));
    }

    private static async Task PublishAsync(string address)
    {
        await using var connection = await new ConnectionFactory { Uri = new(address) }.CreateConnectionAsync(Support.Cancelled);
        var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirmed, Support.Cancelled);
        await channel.QueueDeclareAsync("kept", durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: Support.Cancelled);
        var durable = new BasicProperties { Persistent = true };
        await channel.BasicPublishAsync("", "kept", mandatory: true, durable, "督查"u8.ToArray(), Support.Cancelled);
    }

    private static async Task<string?> ReceiveAsync(string address)
    {
        await using var connection = await new ConnectionFactory { Uri = new(address) }.CreateConnectionAsync(Support.Cancelled);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Support.Cancelled);
        // The queue's leader may still be on its way when the port already answers.
        for (var attempt = 0; attempt < 50; attempt++)
        {
            if (await channel.BasicGetAsync("kept", autoAck: true, Support.Cancelled) is { } message)
                return System.Text.Encoding.UTF8.GetString(message.Body.Span);
            await Task.Delay(100, Support.Cancelled);
        }
        return null;
    }
}
