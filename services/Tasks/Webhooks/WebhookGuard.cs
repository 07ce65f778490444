using System.Net;
using System.Net.Sockets;
using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Webhooks;

/// <summary>
/// Keeps webhooks from reaching what they should not: https only, public addresses only, unless configuration allows more
/// (<c>Webhooks:AllowLoopback</c>, also by http; <c>Webhooks:AllowedNetworks:0…n</c>, e.g. 10.20.0.0/16). Addresses are judged when the
/// connection is made, so that a name cannot change its address in between.
/// </summary>
public sealed class WebhookGuard(IConfiguration configuration)
{
    const int LongestUrl = 500;

    static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    readonly bool _loopback = configuration.GetValue<bool>("Webhooks:AllowLoopback");
    readonly IPNetwork[] _allowed = [.. (configuration.GetSection("Webhooks:AllowedNetworks").Get<string[]>() ?? []).Select(IPNetwork.Parse)];

    /// <summary>The address of a webhook, as far as it can be judged without asking for names.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public string Check(string url, string field)
    {
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.UserInfo.Length > 0 || parsed.Fragment.Length > 0)
            throw Problems.InvalidField(field, $"must be an https address of at most {LongestUrl} characters, without a user or a fragment.");
        var literal = IPAddress.TryParse(parsed.DnsSafeHost, out var address) ? address : null;
        if (parsed.Scheme != Uri.UriSchemeHttps && !(parsed.Scheme == Uri.UriSchemeHttp && _loopback && literal is not null && IPAddress.IsLoopback(literal)))
            throw Problems.InvalidField(field, "must be an https address.");
        if (literal is not null && !Allows(literal)) throw Problems.InvalidField(field, $"must not lead to {literal}: private networks are closed unless the operator opens them.");
        return parsed.AbsoluteUri;
    }

    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (_loopback && IPAddress.IsLoopback(plain)) || _allowed.Any(n => n.Contains(plain)) || !Closed.Any(n => n.Contains(plain));
    }

    /// <summary>Connects to the first address of the host that is allowed.</summary>
    /// <exception cref="HttpRequestException">None is.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var address = addresses.FirstOrDefault(Allows) ?? throw new HttpRequestException($"{context.DnsEndPoint.Host} leads to no address that is allowed.");
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
