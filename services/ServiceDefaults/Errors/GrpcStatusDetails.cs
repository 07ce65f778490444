using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Requests;

namespace Suite.ServiceDefaults.Errors;

/// <summary>
/// Completes the statuses that gRPC itself answers outside the interceptors (a message that cannot be read, or is too large, or
/// came too late): they get their reason, and a bad message stops looking like a defect of the server.
/// </summary>
sealed class GrpcStatusDetails(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not { } called)
        {
            await next(http);
            return;
        }

        http.Response.OnStarting(() =>
        {
            Complete(http, called, http.Response.Headers);
            return Task.CompletedTask;
        });
        await next(http);
        if (http.Response.HasStarted && http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers is { IsReadOnly: false } trailers)
            Complete(http, called, trailers);
    }

    static void Complete(HttpContext http, GrpcMethodMetadata called, IHeaderDictionary headers)
    {
        if (headers.ContainsKey(GrpcAnswer.DetailsHeader) || !Enum.TryParse<StatusCode>(headers[GrpcAnswer.StatusHeader], out var status)) return;
        var message = Uri.UnescapeDataString(headers[GrpcAnswer.MessageHeader].ToString());
        if (Of(status, message, http, called) is { } problem) GrpcAnswer.Write(headers, problem.ToRpc());
    }

    static Problem? Of(StatusCode status, string message, HttpContext http, GrpcMethodMetadata called) => status switch
    {
        StatusCode.ResourceExhausted => TooLarge,
        StatusCode.Internal or StatusCode.Unknown when http.Request.ContentLength > ServiceDefaultsExtensions.MaxBody => TooLarge,
        StatusCode.Internal or StatusCode.Unknown when !RequestProgress.IsRead(http) =>
            new(Reason.MalformedBody, $"The message is not what {called.Method.FullName} takes: {Fault(message)}"),
        StatusCode.Unimplemented => new(Reason.NoSuchMethod, message),
        StatusCode.DeadlineExceeded => new(Reason.DeadlineExceeded, "The time allowed for the call has run out."),
        StatusCode.Cancelled => new(Reason.Cancelled, "The caller gave up."),
        _ => null,
    };

    static Problem TooLarge { get; } = Problems.TooLarge("The message", ServiceDefaultsExtensions.MaxMessage).Problem;

    /// <summary>gRPC tells faults of the framing in its own words, and of the message nothing.</summary>
    static string Fault(string message) =>
        message.StartsWith("Exception was thrown", StringComparison.Ordinal) ? "its bytes cannot be parsed." : message;
}
