using Suite.ServiceDefaults.Errors;

namespace Suite.Gateway.Edge;

/// <summary>
/// Headers that keep browsers from misusing an answer (OWASP's list for APIs). Pages bring a policy of their own; gRPC clients are no
/// browsers.
/// </summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    static readonly string[] SignInPaths = ["/v1/auth/token", "/v1/auth/password", "/v1/auth/clientToken", "/v1/clients"];

    public Task InvokeAsync(HttpContext http)
    {
        if (!GrpcAnswer.IsAskedFor(http.Request))
        {
            http.Response.OnStarting(() =>
            {
                Complete(http.Request, http.Response.Headers);
                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    static void Complete(HttpRequest request, IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy is { Count: > 0 } own ? own : "default-src 'none'; frame-ancestors 'none'";
        headers.Remove("Server");
        if (SignInPaths.Any(path => request.Path.StartsWithSegments(path))) headers.CacheControl = "no-store";
    }
}
