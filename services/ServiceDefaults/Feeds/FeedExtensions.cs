using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Suite.ServiceDefaults.Clients;
using Suite.ServiceDefaults.Health;

namespace Suite.ServiceDefaults.Feeds;

public static class FeedExtensions
{
    /// <summary>Lets a follower run beside the service, in the service's own name, and its freshness be seen in the health report. Call after AddStorage.</summary>
    public static void AddFeed<TFollower>(this IHostApplicationBuilder builder)
        where TFollower : class, IHostedService
    {
        builder.Services.TryAddSingleton<ServiceIdentity>();
        builder.Services.TryAddSingleton<FeedFreshness>();
        builder.Services.AddHostedService<TFollower>();
        builder.Services.AddHealthChecks().AddCheck<FeedCheck>("feeds", tags: [HealthTags.Ready]);
    }
}
