using Microsoft.AspNetCore.Authentication;
using Suite.Errors.V1;
using Suite.Gateway.Routing;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Transcoding;
using Yarp.ReverseProxy.Model;

namespace Suite.Gateway.Edge;

/// <summary>
/// Refuses forged and expired tokens before they cost a backend anything. A call without a token goes on: the service knows whether
/// its method asks for one. Where the method asks for none, a stale token does not matter, as when it is to be refreshed.
/// </summary>
sealed class TokenGate(RequestDelegate next)
{
    static readonly Problem Refusal = new(Reason.TokenRequired, "The access token is expired, forged or for another audience; get a new one.");

    public async Task InvokeAsync(HttpContext http)
    {
        // The handler has looked at the token already and only repeats what it found.
        var failed = (await http.AuthenticateAsync()).Failure is not null;
        if (failed && !IsAnonymous(http.GetEndpoint()))
            await ProblemWriter.WriteAsync(http, Refusal);
        else
            await next(http);
    }

    static bool IsAnonymous(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<RouteModel>() is not { } route || route.Config.Metadata?.ContainsKey(ContractRoutes.Anonymous) == true;
}
