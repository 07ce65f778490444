using System.Net;
using System.Text.Json;

namespace Suite.Walkthrough.Gateway;

/// <summary>The gateway refused a call; <see cref="Reason"/> is the contract's word for why.</summary>
sealed class Refusal(string call, HttpStatusCode status, string reason, string detail)
    : Exception($"{call}: {(int)status} {reason}: {detail}")
{
    const int Shown = 300;

    public HttpStatusCode Status { get; } = status;

    /// <summary>As in reason.proto without its prefix, e.g. NOT_FOUND; empty where the answer carried none.</summary>
    public string Reason { get; } = reason;

    public string Detail { get; } = detail;

    /// <summary>Reads the problem details (RFC 9457) of an answer.</summary>
    public static async Task<Refusal> FromAsync(string call, HttpResponseMessage answer, CancellationToken cancellation)
    {
        var body = await answer.Content.ReadAsStringAsync(cancellation);
        try
        {
            var problem = JsonSerializer.Deserialize<Problem>(body, GatewayClient.Json);
            return new(call, answer.StatusCode, problem?.Reason ?? "", problem?.Detail ?? "");
        }
        catch (JsonException)
        {
            return new(call, answer.StatusCode, "", body.Length > Shown ? body[..Shown] : body);
        }
    }

    sealed record Problem(string? Reason, string? Detail);
}
