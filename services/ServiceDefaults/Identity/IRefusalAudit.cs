using Suite.Errors.V1;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Where refused calls are written down.</summary>
public interface IRefusalAudit
{
    /// <param name="resource">What the call was about, as the request gives it; empty for nothing in particular.</param>
    Task RecordAsync(Caller caller, string method, string resource, Reason reason);
}

/// <summary>For a process without a database.</summary>
sealed class NoRefusalAudit : IRefusalAudit
{
    public Task RecordAsync(Caller caller, string method, string resource, Reason reason) => Task.CompletedTask;
}
