using Grpc.Net.Client;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>Tests that share one plain server and have a channel of their own.</summary>
public abstract class EchoTests(EchoServer server) : IClassFixture<EchoServer>, IDisposable
{
    protected GrpcChannel Channel { get; } = server.Channel();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected Echo.EchoClient Client => new(Channel);

    public void Dispose()
    {
        Channel.Dispose();
        GC.SuppressFinalize(this);
    }
}
