using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.Gateway.Edge;

/// <summary>gRPC ends its answers with trailers, which HTTP/1.1 does not carry to callers: such a call would never learn its status.</summary>
sealed class GrpcDoor(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) => GrpcAnswer.IsAskedFor(http.Request) && HttpProtocol.IsHttp11(http.Request.Protocol)
        ? ProblemWriter.WriteAsync(http, new Problem(Reason.NoSuchMethod, "gRPC needs HTTP/2, which is spoken at the gateway's gRPC port."))
        : next(http);
}
