namespace Grpc.Core.Interceptors;

/// <summary>A call about to be made: what an interceptor may look at, and replace when it goes on.</summary>
public struct ClientInterceptorContext<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    where TRequest : class
    where TResponse : class
{
    public Method<TRequest, TResponse> Method { get; } = method;

    /// <summary>The host asked for; null for the channel's.</summary>
    public string? Host { get; } = host;

    public CallOptions Options { get; } = options;
}
