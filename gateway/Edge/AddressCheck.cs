using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.Gateway.Edge;

/// <summary>
/// Refuses addresses whose percent-encoded bytes are not UTF-8: passing them on would encode them a second time, and the service would
/// take them for what nobody meant.
/// </summary>
sealed class AddressCheck(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            RawTarget.Check(http);
        }
        catch (ProblemException refusal)
        {
            await ProblemWriter.WriteAsync(http, refusal.Problem);
            return;
        }

        await next(http);
    }
}
