using Microsoft.AspNetCore.Http;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>Gives a body to the statuses that routing answers bare: no such path (404), no such verb (405, which keeps its Allow header).</summary>
sealed class BareStatusProblems(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        var (status, message) = (http.Response.StatusCode, $"There is no {http.Request.Method} {http.Request.Path} here; GET /openapi/v1.json lists what is.");
        if (http.Response.HasStarted || status is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed)) return;
        await ProblemWriter.WriteAsync(http, new Problem(Reason.NoSuchMethod, message), status);
    }
}
