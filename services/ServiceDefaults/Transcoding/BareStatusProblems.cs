using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>
/// Gives a body to what would be answered bare: no such path (404), no such verb (405, which keeps its Allow header), and a defect
/// outside the methods (500).
/// </summary>
sealed partial class BareStatusProblems(RequestDelegate next, ILogger<BareStatusProblems> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception error) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            LogDefect(logger, error, http.Request.Path);
            await ProblemWriter.WriteAsync(http, ErrorInterceptor.Defect(Activity.Current));
            return;
        }

        var (status, message) = (http.Response.StatusCode, $"There is no {http.Request.Method} {http.Request.Path} here; GET /openapi/v1.json lists what is.");
        if (http.Response.HasStarted || status is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed)) return;
        await ProblemWriter.WriteAsync(http, new Problem(Reason.NoSuchMethod, message), status);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Defect on {Path}")]
    static partial void LogDefect(ILogger logger, Exception error, string path);
}
