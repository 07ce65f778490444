using System.Collections.Concurrent;
using MassTransit;

namespace Suite.Testing;

/// <summary>
/// Sends events to a service under test as their owner would: through the broker, each with a message id. Sending waits until the
/// service has dealt with the message, so that a test can ask for the effect at once.
/// </summary>
public sealed class EventFeed : IConsumeObserver, IAsyncDisposable
{
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    readonly ConcurrentDictionary<Guid, TaskCompletionSource> _awaited = new();
    readonly IBusControl _bus;
    readonly ConnectHandle _observed;

    EventFeed(IBusControl bus, IServiceProvider service)
    {
        _bus = bus;
        _observed = service.GetRequiredService<IBusControl>().ConnectConsumeObserver(this);
    }

    /// <summary>Waits until the service's queue is there: what is published before goes nowhere.</summary>
    /// <param name="service">The container of the service under test.</param>
    public static async Task<EventFeed> OpenAsync(string address, IServiceProvider service)
    {
        var listening = service.GetRequiredService<IBusControl>();
        using var patience = new CancellationTokenSource(LongestWait);
        while (listening.CheckHealth().Status != BusHealthStatus.Healthy) await Task.Delay(50, patience.Token);
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(new Uri(address)));
        await bus.StartAsync();
        return new(bus, service);
    }

    /// <param name="messageId">The id of the message on the bus; null for a new one. The same id again is the same message delivered twice.</param>
    /// <exception cref="Exception">Whatever the service's handler threw when it gave the message up.</exception>
    public async Task SendAsync(object message, Guid? messageId = null)
    {
        var id = messageId ?? Guid.NewGuid();
        var handled = _awaited[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _bus.Publish(message, message.GetType(), context => context.MessageId = id);
        await handled.Task.WaitAsync(LongestWait);
    }

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        if (context.MessageId is { } id && _awaited.TryGetValue(id, out var handled)) handled.TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>A failed attempt is repeated by the service; only the time-out above ends the wait, with this as what was seen last.</summary>
    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class
    {
        if (context.MessageId is { } id && context.GetRetryAttempt() > 3 && _awaited.TryGetValue(id, out var handled)) handled.TrySetException(exception);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _observed.Disconnect();
        await _bus.StopAsync();
    }
}
