using Suite.Auth.V1;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Tells how a caller is related to a resource of this service. Each service that declares such scopes has one.</summary>
public interface IScopeResolver
{
    /// <summary>The relations that hold, of those asked for; empty when the resource does not exist or has nothing to do with the caller.</summary>
    /// <remarks>
    /// <see cref="Scope.Jurisdiction"/> holds for whoever is the resource's own office; for those who may reach any, of resources too that no unit
    /// made for itself, and of those that do not exist.
    /// </remarks>
    /// <param name="resource">Resource name as the request gives it; not yet checked for shape.</param>
    Task<IReadOnlySet<Scope>> ScopesOfAsync(Caller caller, string resource, IReadOnlySet<Scope> asked, CancellationToken cancellation);
}
