using Suite.Auth.V1;
using Suite.Errors.V1;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Where refused calls are written down.</summary>
public interface IRefusalAudit
{
    Task RecordAsync(Refusal refusal);
}

/// <summary>A call that was refused.</summary>
/// <param name="Account">Who called; <see cref="Nobody"/> where nobody is signed in.</param>
/// <param name="Method">As gRPC names it: "/package.Service/Method".</param>
/// <param name="Resource">What the call was about, as the request gives it; empty for nothing in particular.</param>
public sealed record Refusal(string Account, string Method, string Resource, Reason Reason)
{
    /// <summary>The audit's word for it.</summary>
    public const string Action = "Refused";

    /// <summary>No account has this name.</summary>
    public const string Nobody = "-";

    public IReadOnlySet<Role> Roles { get; init; } = new HashSet<Role>();

    /// <summary>units/{unit} of the caller, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Where the call came from, if that says more than the account.</summary>
    public string? Address { get; init; }
}

/// <summary>For a process without a database.</summary>
sealed class NoRefusalAudit : IRefusalAudit
{
    public Task RecordAsync(Refusal refusal) => Task.CompletedTask;
}
