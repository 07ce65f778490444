using MassTransit;
using Suite.Messaging.Inbox;

namespace Suite.Messaging;

/// <summary>Collects the events a service reacts to.</summary>
public sealed class MessagingBuilder(IServiceCollection services)
{
    readonly List<Action<IBusRegistrationConfigurator>> _registrations = [];
    readonly List<Action<IRabbitMqReceiveEndpointConfigurator, IBusRegistrationContext>> _endpoints = [];

    internal bool Any => _endpoints.Count > 0;

    public MessagingBuilder Handle<TEvent, THandler>()
        where TEvent : class
        where THandler : class, IEventHandler<TEvent>
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new HandledEvent(typeof(TEvent).Name, (scope, message, cancellation) => scope.GetRequiredService<THandler>().HandleAsync((TEvent)message, cancellation)));
        _registrations.Add(bus => bus.AddConsumer<InboxConsumer<TEvent>>());
        _endpoints.Add((endpoint, context) => endpoint.ConfigureConsumer<InboxConsumer<TEvent>>(context));
        return this;
    }

    internal void Register(IBusRegistrationConfigurator bus) => _registrations.ForEach(register => register(bus));

    internal void Configure(IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context) =>
        _endpoints.ForEach(configure => configure(endpoint, context));
}
