using MassTransit;

namespace Suite.Messaging.Inbox;

/// <summary>Puts what the bus delivers into the inbox.</summary>
sealed class InboxConsumer<TEvent>(EventInbox inbox) : IConsumer<TEvent>
    where TEvent : class
{
    public Task Consume(ConsumeContext<TEvent> context) => inbox.TakeAsync(
        context.MessageId ?? throw new InvalidOperationException($"A {typeof(TEvent).Name} came without a message id."), context.Message, context.CancellationToken);
}
