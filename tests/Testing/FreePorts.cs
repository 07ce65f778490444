using System.Net;
using System.Net.Sockets;

namespace Suite.Testing;

/// <summary>Loopback ports that nobody listens on at this moment.</summary>
public static class FreePorts
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
