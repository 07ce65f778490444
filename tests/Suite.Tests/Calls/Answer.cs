using System.Net;
using System.Text.Json.Nodes;

namespace Suite.Tests.Calls;

/// <summary>What the JSON door answered.</summary>
public sealed record Answer(string Call, HttpStatusCode Status, string ContentType, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException($"{Call} answered null.");

    /// <summary>The contract's word for why, in problem details; empty in other answers.</summary>
    public string Reason => ContentType.StartsWith("application/problem+json", StringComparison.Ordinal) ? Json["reason"]?.GetValue<string>() ?? "" : "";

    public string Detail => Json["detail"]?.GetValue<string>() ?? "";

    /// <summary>The answer, which has to be a good one.</summary>
    public JsonNode Good() =>
        Status == HttpStatusCode.OK ? Json : throw new InvalidOperationException($"{Call} answered {(int)Status}: {Body}");

    /// <summary>A 4xx problem with this reason whose sentence says more than nothing.</summary>
    public void ShouldBeProblem(HttpStatusCode status, string reason)
    {
        ContentType.ShouldStartWith("application/problem+json", customMessage: $"{Call}: {(int)Status} {Body}");
        (Status, Reason).ShouldBe((status, reason), $"{Call}: {Body}");
        Detail.Length.ShouldBeGreaterThan(10, Call);
    }
}
