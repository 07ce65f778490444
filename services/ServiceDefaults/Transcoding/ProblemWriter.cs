using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>
/// Answers with RFC 9457 problem details that carry the same reason and fields as the gRPC error; a gRPC caller gets that error itself.
/// </summary>
public static class ProblemWriter
{
    public static Task WriteAsync(HttpContext http, RpcException error)
    {
        var problem = RpcProblem.FromRpc(error) ?? new Problem(Reason.Unspecified, error.Status.Detail);
        return WriteAsync(http, problem, error.StatusCode);
    }

    /// <param name="status">HTTP status where another than the reason's own says more, e.g. 405.</param>
    public static Task WriteAsync(HttpContext http, Problem problem, int? status = null) =>
        WriteAsync(http, problem, ProblemStatus.Of(problem.Reason), status);

    static Task WriteAsync(HttpContext http, Problem problem, StatusCode code, int? status = null)
    {
        if (GrpcAnswer.IsAskedFor(http.Request))
        {
            GrpcAnswer.Write(http.Response, problem.ToRpc());
            return Task.CompletedTask;
        }

        var details = new ProblemDetails
        {
            Status = status ?? ProblemStatus.Http(code, problem.Reason),
            Title = code.ToString(),
            Detail = problem.Message,
            Instance = http.Request.Path,
            Extensions = { ["reason"] = RpcProblem.ReasonName(problem.Reason) },
        };
        if (problem.Violations.Count > 0) details.Extensions["violations"] = problem.Violations;
        if (problem.Changes.Count > 0) details.Extensions["changes"] = problem.Changes;
        if (problem.Resource is not null) details.Extensions["resource"] = problem.Resource;
        if (problem.Metadata.Count > 0) details.Extensions["metadata"] = problem.Metadata;
        if (problem.Metadata.TryGetValue("retryAfterSeconds", out var seconds)) http.Response.Headers.RetryAfter = seconds;
        if (code == StatusCode.Unauthenticated) http.Response.Headers.WWWAuthenticate = "Bearer";
        // A bare answer may have promised an empty body.
        http.Response.ContentLength = null;
        http.Response.StatusCode = details.Status.Value;
        return http.Response.WriteAsJsonAsync(details, options: null, contentType: "application/problem+json", http.RequestAborted);
    }
}
