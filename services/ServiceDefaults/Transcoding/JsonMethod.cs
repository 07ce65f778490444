using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Suite.Http;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>Serves one unary method over one HTTP door: read, run through the interceptors, write.</summary>
sealed class JsonMethod<TService, TRequest, TResponse>(
    MethodDescriptor descriptor, HttpBinding binding, Func<TService, TRequest, ServerCallContext, Task<TResponse>> method)
    where TService : class
    where TRequest : class, IMessage<TRequest>, new()
    where TResponse : class, IMessage<TResponse>
{
    /// <summary>A JSON caller cannot say how long it waits, so the server does.</summary>
    static readonly TimeSpan TimeAllowed = TimeSpan.FromSeconds(60);

    readonly string _name = MethodRules.MethodName(descriptor);

    public async Task HandleAsync(HttpContext http)
    {
        // As gRPC does it: both by the machine's clock, whatever time the service lives in. The deadline is noted first, so that it has passed when
        // the time-out comes and the call is told to have run out of time, not to have been given up.
        var deadline = (TimeProvider.System.GetUtcNow() + TimeAllowed).UtcDateTime;
        using var timeOut = new CancellationTokenSource(TimeAllowed, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, timeOut.Token);
        var context = new JsonCallContext(http, _name, deadline, either.Token);
        try
        {
            await WriteAsync(http, await CallAsync(http, context));
        }
        catch (RpcException error)
        {
            await ProblemWriter.WriteAsync(http, error);
        }
    }

    async Task<TResponse> CallAsync(HttpContext http, ServerCallContext context)
    {
        var services = http.RequestServices;
        UnaryServerMethod<TRequest, TResponse> last = (request, c) => method(ActivatorUtilities.GetServiceOrCreateInstance<TService>(services), request, c);
        var chain = services.GetServices<Interceptor>().Reverse()
            .Aggregate(last, (next, interceptor) => (request, c) => interceptor.UnaryServerHandler(request, c, next));
        TRequest message;
        try
        {
            message = await RequestReader.ReadAsync<TRequest>(http, binding, descriptor.InputType);
        }
        catch (ProblemException error)
        {
            throw error.Problem.ToRpc();
        }

        return await chain(message, context);
    }

    static async Task WriteAsync(HttpContext http, TResponse response)
    {
        // A file that the method has sent itself, piece by piece.
        if (http.Response.HasStarted) return;
        if (response is HttpBody body)
        {
            http.Response.ContentType = body.ContentType;
            http.Response.ContentLength = body.Data.Length;
            await http.Response.Body.WriteAsync(body.Data.Memory, http.RequestAborted);
            return;
        }

        if (response.Descriptor.FindFieldByName("etag")?.Accessor.GetValue(response) is string { Length: > 0 } etag)
            http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{etag}\"");
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(JsonFormats.Formatter.Format(response), http.RequestAborted);
    }
}
