using Grpc.Core;
using Grpc.Net.Client;

namespace Suite.Tests.Calls;

/// <summary>The gateway's door for gRPC over cleartext HTTP/2.</summary>
public sealed class GrpcDoor(Uri address) : IDisposable
{
    static readonly Marshaller<byte[]> Bytes = new(bytes => bytes, bytes => bytes);
    readonly GrpcChannel _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { MaxReceiveMessageSize = 64 << 20 });

    public Uri Address => address;

    public CallInvoker Invoker => _channel.CreateCallInvoker();

    public static CallOptions As(string? token) => new(
        token is null ? [] : new Metadata { { "authorization", $"Bearer {token}" } },
        TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>Calls any unary method with an encoded message.</summary>
    /// <returns>The status it ended with.</returns>
    public async Task<Status> StatusOfAsync(string service, string method, byte[] message, string? token)
    {
        using var call = Invoker.AsyncUnaryCall(
            new Method<byte[], byte[]>(MethodType.Unary, service, method, Bytes, Bytes), host: null, As(token), message);
        try
        {
            await call.ResponseAsync;
            return Status.DefaultSuccess;
        }
        catch (RpcException error)
        {
            return error.Status;
        }
    }

    public void Dispose() => _channel.Dispose();
}
