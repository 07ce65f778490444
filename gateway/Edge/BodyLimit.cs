using Microsoft.AspNetCore.Http.Features;
using Suite.Errors.V1;
using Suite.ServiceDefaults;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.Gateway.Edge;

/// <summary>
/// Refuses bodies and gRPC messages over the limit as soon as their size is known, and forwards no byte beyond it. The server's own
/// limit is lifted: it would close the connection on a caller still sending, who then sees a broken pipe instead of the answer.
/// Without it the server answers first and then lets the rest run dry for a few seconds.
/// </summary>
sealed class BodyLimit(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = null;
        var (grpc, limit) = (GrpcAnswer.IsAskedFor(http.Request), ServiceDefaultsExtensions.MaxMessage);
        if (!grpc && http.Request.ContentLength > limit)
        {
            await ProblemWriter.WriteAsync(http, TooLarge(http));
            return;
        }

        var measured = new MeasuredBody(http.Request.Body, grpc ? new GrpcMeasure(limit) : new PlainMeasure(limit));
        http.Request.Body = measured;
        http.Features.Set(measured);
        await next(http);
    }

    /// <summary>What is wrong with the body as far as it has been read; null for nothing.</summary>
    public static Problem? FaultOf(HttpContext http) => http.Features.Get<MeasuredBody>() switch
    {
        { IsExceeded: true } => TooLarge(http),
        { IsBroken: true } => new(Reason.MalformedBody, "The body broke off before it was complete."),
        _ => null,
    };

    static Problem TooLarge(HttpContext http) =>
        Problems.TooLarge(GrpcAnswer.IsAskedFor(http.Request) ? "The message" : "The body", ServiceDefaultsExtensions.MaxMessage).Problem;
}
