using Suite.Gateway.Health;
using Suite.ServiceDefaults;
using Suite.ServiceDefaults.Health;

namespace Suite.Gateway.Routing;

/// <summary>The reverse proxy in front of the backends, with its routes from the contract.</summary>
static class ForwardingExtensions
{
    public static void AddForwarding(this WebApplicationBuilder builder)
    {
        builder.Services.AddReverseProxy()
            .LoadFromMemory(ContractRoutes.Of(Contract.Services), Clusters.From(builder.Configuration));
        foreach (var backend in Contract.BackendNames)
            builder.Services.AddHealthChecks().AddTypeActivatedCheck<BackendCheck>(backend, failureStatus: null, [HealthTags.Ready], backend);
    }

    public static void MapForwarding(this WebApplication app)
    {
        var served = app.Services.GetRequiredService<ServedServices>();
        foreach (var service in Contract.Services) served.Add(service, check: Contract.BackendOf(service));
        app.MapReverseProxy(proxy =>
        {
            proxy.UseMiddleware<ForwarderProblems>();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
    }
}
