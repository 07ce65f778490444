using Suite.Auth.V1;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Tells how a caller is related to a resource of this service. Each service that declares such scopes has one.</summary>
public interface IScopeResolver
{
    /// <summary>The relations that hold, of those asked for; empty when the resource does not exist or has nothing to do with the caller.</summary>
    /// <param name="resource">Resource name as the request gives it; not yet checked for shape.</param>
    Task<IReadOnlySet<Scope>> ScopesOfAsync(Caller caller, string resource, IReadOnlySet<Scope> asked, CancellationToken cancellation);
}
