using System.Collections.Concurrent;
using Grpc.Core;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.Testing;

/// <summary>Tries every method of a service in every role through its gRPC door, with an empty request.</summary>
public static class DeclaredRights
{
    /// <summary>An allowed stream may have nothing to say; by then a refusal would have come.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <param name="door">The service with a token, or without one for null.</param>
    /// <param name="package">The proto package the service serves, e.g. <c>suite.tasks.v1</c>.</param>
    /// <returns>What is not as declared; empty where all is.</returns>
    public static async Task<IReadOnlyCollection<string>> DeviationsAsync(Func<string?, CallInvoker> door, string package)
    {
        var deviations = new ConcurrentBag<string>();
        var methods = RightsMatrix.Methods.Where(m => m.Method.File.Package == package).ToList();
        if (methods.Count == 0) deviations.Add($"{package} has no methods.");
        var callers = Enum.GetValues<Role>().ToDictionary(role => role, role => door(role == Role.Unspecified ? null : TestTokens.For(role)));
        var cases = from method in methods from caller in callers select (method, caller);
        await Parallel.ForEachAsync(cases, async (one, _) =>
        {
            var (expected, came) = (Expected(one.method, one.caller.Key), await RefusalAsync(one.caller.Value, one.method));
            if (expected != came) deviations.Add($"{one.method.Method.FullName} as {one.caller.Key}: {came?.ToString() ?? "let through"}, declared {expected?.ToString() ?? "allowed"}");
        });
        return deviations;
    }

    /// <summary>Tries every method that asks for a token with each of <see cref="BadTokens"/>.</summary>
    /// <returns>Where one was taken for a good one; empty where all were refused.</returns>
    public static async Task<IReadOnlyCollection<string>> AcceptedBadTokensAsync(Func<string?, CallInvoker> door, string package)
    {
        var accepted = new ConcurrentBag<string>();
        var doors = BadTokens.All.ToDictionary(bad => bad.Key, bad => door(bad.Value));
        var cases = from rights in RightsMatrix.Methods
            where rights.Method.File.Package == package && !rights.Anonymous
            from bad in doors
            select (rights, bad);
        await Parallel.ForEachAsync(cases, async (one, _) =>
        {
            if (await RefusalAsync(one.bad.Value, one.rights) is not Reason.TokenRequired) accepted.Add($"{one.rights.Method.FullName} with a token that is wrong: {one.bad.Key}");
        });
        return accepted;
    }

    /// <summary>An empty request names no resource, so nobody is related to it.</summary>
    static Reason? Expected(MethodRights method, Role role)
    {
        if (method.Anonymous) return null;
        if (role == Role.Unspecified) return Reason.TokenRequired;
        var scopes = method.ScopesOf(role).ToList();
        if (scopes.Count == 0) return Reason.RoleNotAllowed;
        return scopes.Any(s => s is Scope.Any or Scope.Issued) ? null : Reason.OutOfScope;
    }

    static async Task<Reason?> RefusalAsync(CallInvoker door, MethodRights rights)
    {
        var options = new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Patience);
        try
        {
            var descriptor = rights.Method;
            var method = new Method<byte[], byte[]>(
                descriptor.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary, descriptor.Service.FullName, descriptor.Name, Bytes, Bytes);
            if (!descriptor.IsServerStreaming) await door.AsyncUnaryCall(method, null, options, []);
            else await door.AsyncServerStreamingCall(method, null, options, []).ResponseStream.MoveNext(CancellationToken.None);
            return null;
        }
        catch (RpcException error)
        {
            return RpcProblem.FromRpc(error)?.Reason is Reason.TokenRequired or Reason.RoleNotAllowed or Reason.OutOfScope
                ? RpcProblem.FromRpc(error)!.Reason
                : error.StatusCode == StatusCode.Internal ? Reason.Defect : null;
        }
    }
}
