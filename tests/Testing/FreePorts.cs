using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Suite.Testing;

/// <summary>
/// Loopback ports that nobody listens on at this moment, none given twice in a process. They lie below the range from which the
/// system takes ports for outgoing connections: one of those would else be in the way now and then.
/// </summary>
public static class FreePorts
{
    const int First = 10_000;
    const int End = 32_000;

    static readonly ConcurrentDictionary<int, bool> Given = [];

    public static int Take()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            if (Given.TryAdd(port, true) && IsFree(port)) return port;
        }
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
