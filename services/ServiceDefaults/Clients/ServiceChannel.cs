using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Suite.ServiceDefaults.Clients;

/// <summary>gRPC clients of other services: one channel a service, retries of UNAVAILABLE alone, the caller's token passed on, a deadline on every call.</summary>
public static class ServiceChannel
{
    /// <summary>Registers a client made from an invoker to the service that the AppHost references as <paramref name="service"/>.</summary>
    public static void AddServiceClient<TClient>(this IHostApplicationBuilder builder, string service, Func<CallInvoker, TClient> make)
        where TClient : class
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddKeyedSingleton(service, (services, _) => Open(services, service));
        builder.Services.AddSingleton<CallDefaults>();
        builder.Services.AddSingleton(services =>
            make(services.GetRequiredKeyedService<GrpcChannel>(service).Intercept(services.GetRequiredService<CallDefaults>())));
    }

    static GrpcChannel Open(IServiceProvider services, string service)
    {
        var address = services.GetRequiredService<IConfiguration>()[$"services:{service}:grpc:0"]
            ?? throw new InvalidOperationException($"services:{service}:grpc:0 is not set; the AppHost sets it where {service} is referenced.");
        var retry = new RetryPolicy
        {
            MaxAttempts = 4, InitialBackoff = TimeSpan.FromMilliseconds(200), MaxBackoff = TimeSpan.FromSeconds(2), BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        };
        return GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Insecure,
            MaxReceiveMessageSize = 32 << 20,
            // A service that was away is called again soon after it is back.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(200), MaxReconnectBackoff = TimeSpan.FromSeconds(5),
            ServiceConfig = new() { MethodConfigs = { new MethodConfig { Names = { MethodName.Default }, RetryPolicy = retry } } },
        });
    }
}

/// <summary>Gives every outgoing call the token of the call being served and a deadline.</summary>
sealed class CallDefaults(IHttpContextAccessor http) : Interceptor
{
    static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(15);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        // gRPC compares a deadline with the machine's clock, whatever time the service lives in.
        var options = context.Options.WithDeadline(context.Options.Deadline ?? (TimeProvider.System.GetUtcNow() + LongestCall).UtcDateTime);
        var token = http.HttpContext?.Request.Headers.Authorization.ToString();
        if (!string.IsNullOrEmpty(token) && options.Headers?.Get("authorization") is null)
            options = options.WithHeaders([.. options.Headers ?? [], new Metadata.Entry("authorization", token)]);
        return continuation(request, new(context.Method, context.Host, options));
    }
}
