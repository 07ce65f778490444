using Suite.Errors.V1;

namespace Suite.ServiceDefaults.Errors;

/// <summary>A field of a request that is wrong, and what was expected of it.</summary>
/// <param name="Field">Path in the request message, e.g. <c>report.figures[0].commitment</c>.</param>
public sealed record FieldViolation(string Field, string Description);

/// <summary>A field that somebody else changed meanwhile: what it says now, who changed it and when.</summary>
/// <param name="Field">Path in the resource, e.g. <c>narrative</c>.</param>
public sealed record ChangedField(string Field, string Value, string Actor, string ActorDisplayName, DateTimeOffset Time);

/// <summary>The resource an error is about.</summary>
public sealed record ProblemResource(string Type, string Name);

/// <summary>
/// An expected error. The reason decides the gRPC and HTTP status (<see cref="ProblemStatus"/>); the message is written for
/// the caller: it names the place and says what was expected.
/// </summary>
public sealed record Problem(Reason Reason, string Message)
{
    public IReadOnlyList<FieldViolation> Violations { get; init; } = [];

    /// <summary>For STALE_ETAG: what changed since, where the service keeps it and the caller may see it.</summary>
    public IReadOnlyList<ChangedField> Changes { get; init; } = [];

    public ProblemResource? Resource { get; init; }

    /// <summary>
    /// For NOT_FOUND: the resource may be there and hidden from this caller, so that asking for it goes into the audit like any other refusal,
    /// whether it is there or not.
    /// </summary>
    public bool MayBeHidden { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

/// <summary>Carries a <see cref="Problem"/> to the one place that maps it to a status.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Message)
{
    public Problem Problem { get; } = problem;
}
