using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Suite.ServiceDefaults.Errors;
using Suite.Errors.V1;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>A gRPC call that came in as JSON: the same services and interceptors run on it.</summary>
sealed class JsonCallContext : ServerCallContext
{
    readonly HttpContext _http;
    readonly string _method;
    readonly DateTime _deadline;
    readonly CancellationToken _cancellation;

    public JsonCallContext(HttpContext http, string method, DateTime deadline, CancellationToken cancellation)
    {
        (_http, _method, _deadline, _cancellation) = (http, method, deadline, cancellation);
        // The key under which Grpc.AspNetCore's GetHttpContext() looks where the call is not its own.
        UserState["__HttpContext"] = http;
    }

    protected override string MethodCore => _method;

    protected override string HostCore => _http.Request.Host.Value ?? "";

    protected override string PeerCore => $"ipv4:{_http.Connection.RemoteIpAddress}:{_http.Connection.RemotePort}";

    protected override DateTime DeadlineCore => _deadline;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => _cancellation;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore { get; } = new(null, []);

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw Problems.Because(Reason.NoSuchMethod, "Calls that came in as JSON do not propagate contexts.");

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        foreach (var entry in responseHeaders.Where(e => !e.IsBinary)) _http.Response.Headers[entry.Key] = entry.Value;
        return Task.CompletedTask;
    }
}
