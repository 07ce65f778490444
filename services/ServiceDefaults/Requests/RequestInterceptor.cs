using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Requests;

/// <summary>Refuses what no method should have to look at: headers that are not metadata, texts that break <see cref="TextRules"/>.</summary>
public sealed class RequestInterceptor : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(context, request as IMessage);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context, request as IMessage);
        return continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context, null);
        return continuation(new CheckedReader<TRequest>(requestStream), context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context, null);
        return continuation(new CheckedReader<TRequest>(requestStream), responseStream, context);
    }

    static void Check(ServerCallContext context, IMessage? request)
    {
        RequestProgress.MarkRead(context.GetHttpContext());
        CheckHeaders(context);
        if (request is not null) TextRules.Check(request);
    }

    /// <summary>The headers are made into metadata when first asked for; a service that asks later would fail as if by a defect.</summary>
    static void CheckHeaders(ServerCallContext context)
    {
        try
        {
            _ = context.RequestHeaders;
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw Problems.InvalidField("headers", $"must be gRPC metadata (names of a-z, 0-9, '_', '-', '.'; '-bin' values in base64): {error.Message}");
        }
    }
}
