using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Suite.Gateway.Edge;

/// <summary>
/// Whose word the edge takes for who called: nobody's, or that of the load balancers named under <c>Gateway:TrustedProxies</c>. Limits
/// that count by address would otherwise count whatever address a caller makes up.
/// </summary>
sealed class TrustedProxies(IOptions<EdgeOptions> options) : IConfigureOptions<ForwardedHeadersOptions>
{
    public void Configure(ForwardedHeadersOptions forwarded)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.Value.TrustedProxies) forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        forwarded.ForwardedHeaders = options.Value.TrustedProxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
    }
}
