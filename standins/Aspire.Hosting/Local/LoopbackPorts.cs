using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Aspire.Hosting.Local;

/// <summary>
/// Hands out free loopback ports, none twice in a process. They lie below the range the kernel takes outgoing connections' ports from, so
/// that no client elsewhere can slip in between the probe and the server's bind; and each is marked by a locked file, so that no second
/// host picks the same one in that moment.
/// </summary>
internal sealed class LoopbackPorts : IDisposable
{
    private const int First = 15000;
    private const int Last = 31999;
    private const int Attempts = 500;

    private static readonly string Marks = Path.Combine(Path.GetTempPath(), $"suite-ports-{Environment.UserName}");
    private readonly List<FileStream> _marks = [];

    public int Next()
    {
        Directory.CreateDirectory(Marks);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last + 1);
            if (Mark(port) is not { } mark)
                continue;
            if (IsFree(IPAddress.Loopback, port))
            {
                lock (_marks)
                    _marks.Add(mark);
                return port;
            }
            mark.Dispose();
        }
        throw new DistributedApplicationException($"No free port found on 127.0.0.1 between {First} and {Last}.");
    }

    public static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var probe = new TcpListener(address, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose() => _marks.ForEach(mark => mark.Dispose());

    private static FileStream? Mark(int port)
    {
        try
        {
            return new FileStream(Path.Combine(Marks, $"{port}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
