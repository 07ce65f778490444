using MassTransit;
using Suite.Messaging.Inbox;
using Suite.Messaging.Outbox;
using Suite.Messaging.Rebuilding;
using Suite.ServiceDefaults.Health;
using Suite.ServiceDefaults.Storage;

namespace Suite.Messaging;

public static class MessagingExtensions
{
    /// <summary>
    /// Connects the service to the broker under ConnectionStrings:rabbitmq: its outbox is dispatched, and the events it handles
    /// come through a quorum queue of its own, named as the service. Call after AddStorage.
    /// </summary>
    public static void AddMessaging<TDb>(this IHostApplicationBuilder builder, string queue, Action<MessagingBuilder>? configure = null)
        where TDb : SuiteDbContext
    {
        var address = builder.Configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is not set; the AppHost sets it.");
        var handlers = new MessagingBuilder(builder.Services);
        configure?.Invoke(handlers);
        builder.Services.AddScoped<EventHandlers>();
        builder.Services.AddScoped(services => new EventInbox(services.GetRequiredService<TDb>(), services.GetRequiredService<EventHandlers>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddScoped(services => new Retelling(services.GetRequiredService<TDb>(), services.GetRequiredService<EventHandlers>(), new TaskFeed(services, services.GetRequiredService<TimeProvider>())));
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.ConfigureDbContext<TDb>((services, options) => options.AddInterceptors(services.GetRequiredService<OutboxSignal>()));
        builder.Services.AddHostedService<OutboxDispatcher<TDb>>();
        builder.Services.AddMassTransit(bus =>
        {
            handlers.Register(bus);
            // A city's suite tells nobody outside how it is used; the library would, a while after each start.
            bus.DisableUsageTelemetry();
            // The broker's state is told by the latched check below: accepted work waits in the outbox, so calls go on without it.
            // (Without any tag MassTransit would tag its own check "ready" all the same.)
            bus.ConfigureHealthCheckOptions(options =>
            {
                options.Tags.Clear();
                options.Tags.Add("masstransit");
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(address));
                if (handlers.Any) rabbit.ReceiveEndpoint(queue, endpoint => Receive(endpoint, context, handlers));
            });
        });
        builder.Services.AddHealthChecks().AddCheck<BusStartedCheck>("bus", tags: [HealthTags.Ready]);
        builder.Services.AddSingleton<BusStartedCheck>();
    }

    static void Receive(IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context, MessagingBuilder handlers)
    {
        endpoint.SetQuorumQueue();
        endpoint.PrefetchCount = 16;
        // A database that is away comes back within these; what still fails is kept in the queue's _error queue.
        endpoint.UseMessageRetry(retry => retry.Exponential(10, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(500)));
        handlers.Configure(endpoint, context);
    }
}
