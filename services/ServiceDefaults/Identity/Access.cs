using Grpc.Core;
using Suite.Auth.V1;

namespace Suite.ServiceDefaults.Identity;

/// <summary>A caller with what the method's rule grants them: the scopes of every grant that names one of their roles.</summary>
public sealed record Access(Caller Caller, IReadOnlySet<Scope> Scopes)
{
    const string Key = "suite.access";

    /// <summary>True when the rule lets the caller reach any resource, or the resource of this call as its own office, not only related or issued ones.</summary>
    public bool Everything => Scopes.Contains(Scope.Any) || Scopes.Contains(Scope.Jurisdiction);

    /// <summary>The access the interceptor established for this call.</summary>
    /// <exception cref="InvalidOperationException">The method is anonymous: it has no caller.</exception>
    public static Access Of(ServerCallContext context) =>
        context.UserState.TryGetValue(Key, out var value) && value is Access access
            ? access
            : throw new InvalidOperationException($"{context.Method} is anonymous and has no caller.");

    internal void Attach(ServerCallContext context) => context.UserState[Key] = this;
}
