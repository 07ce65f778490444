using Suite.Errors.V1;
using Suite.Gateway.Edge;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Transcoding;
using Yarp.ReverseProxy.Forwarder;

namespace Suite.Gateway.Routing;

/// <summary>Says in the suite's own words why a call could not be forwarded.</summary>
sealed class ForwarderProblems(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        var failed = http.GetForwarderErrorFeature();
        if (failed is null || http.Response.HasStarted || http.RequestAborted.IsCancellationRequested) return;
        var backend = http.GetReverseProxyFeature().Cluster.Config.ClusterId.Split('-')[0];
        await ProblemWriter.WriteAsync(http, BodyLimit.FaultOf(http) ?? Of(failed.Error, backend));
    }

    static Problem Of(ForwarderError error, string backend) => error switch
    {
        ForwarderError.RequestTimedOut => new(Reason.DeadlineExceeded, $"The {backend} service did not answer in time."),
        ForwarderError.RequestCreation => new(Reason.MalformedBody, "The request cannot be passed on: its address or a header is not well-formed."),
        _ => new(Reason.DependencyUnavailable, $"The {backend} service does not answer; try again."),
    };
}
