using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Grpc.Core;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.Testing;

/// <summary>A resource that exists, for methods whose path names one of its shape.</summary>
/// <param name="Pattern">As the JSON paths write it, e.g. <c>plans/*/tasks/*</c>.</param>
public sealed record RealResource(string Pattern, string Name);

/// <summary>A caller and what ties it to each resource.</summary>
/// <param name="Holds">The scopes, by name of the resource; none for one that is missing.</param>
public sealed record RelatedCaller(string Name, string? Unit, string? Person, IReadOnlyDictionary<string, Scope[]> Holds);

/// <summary>Tries every method of a service in every role and every relation to resources that exist: refused or let through as declared.</summary>
public static partial class RelatedRights
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <param name="door">The service with a token.</param>
    /// <returns>What is not as declared, and how many cases were tried.</returns>
    public static async Task<(IReadOnlyCollection<string> Deviations, int Cases)> TryAsync(
        Func<string, CallInvoker> door, string package, IReadOnlyList<RealResource> resources, IReadOnlyList<RelatedCaller> callers)
    {
        var deviations = new ConcurrentBag<string>();
        var doors = callers.SelectMany(c => Roles.Select(r => (Caller: c, Role: r))).ToDictionary(x => x, x => door(TestTokens.For(x.Role, x.Caller.Unit, x.Caller.Person)));
        var cases = (
            from method in RightsMatrix.Methods
            where method.Method.File.Package == package && !method.Anonymous
            from resource in ResourcesFor(method, resources)
            from caller in doors.Keys
            select (method, resource, caller)).ToList();
        await Parallel.ForEachAsync(cases, async (one, _) =>
        {
            var expected = Expected(one.method, one.caller.Role, one.caller.Caller, one.resource?.Name);
            var came = await RefusalAsync(doors[one.caller], one.method, one.resource);
            if (expected != came)
                deviations.Add($"{one.method.Method.FullName} of {one.resource?.Name} as {one.caller.Role} of {one.caller.Caller.Name}: "
                    + $"{came?.ToString() ?? "let through"}, declared {expected?.ToString() ?? "allowed"}");
        });
        return (deviations, cases.Count);
    }

    static IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(r => r != Role.Unspecified);

    static IEnumerable<RealResource?> ResourcesFor(MethodRights method, IReadOnlyList<RealResource> resources)
    {
        var fitting = PathOf(method) is { } path ? resources.Where(r => r.Pattern == path.Groups["pattern"].Value).ToList<RealResource?>() : [];
        return fitting.Count > 0 ? fitting : [null];
    }

    static Match? PathOf(MethodRights method) => method.JsonPaths.Select(p => Path().Match(p)).FirstOrDefault(m => m.Success);

    static Reason? Expected(MethodRights method, Role role, RelatedCaller caller, string? resource)
    {
        var scopes = method.ScopesOf(role).ToList();
        if (scopes.Count == 0) return Reason.RoleNotAllowed;
        if (scopes.Any(s => s is Scope.Any or Scope.Issued)) return null;
        return resource is not null && caller.Holds.TryGetValue(resource, out var held) && scopes.Intersect(held).Any() ? null : Reason.OutOfScope;
    }

    static async Task<Reason?> RefusalAsync(CallInvoker door, MethodRights rights, RealResource? resource)
    {
        var options = new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Patience);
        var (descriptor, request) = (rights.Method, RequestFor(rights, resource));
        var method = new Method<byte[], byte[]>(
            descriptor.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary, descriptor.Service.FullName, descriptor.Name, Bytes, Bytes);
        try
        {
            if (!descriptor.IsServerStreaming) await door.AsyncUnaryCall(method, null, options, request);
            else await door.AsyncServerStreamingCall(method, null, options, request).ResponseStream.MoveNext(CancellationToken.None);
            return null;
        }
        catch (RpcException error)
        {
            return RpcProblem.FromRpc(error)?.Reason is Reason.TokenRequired or Reason.RoleNotAllowed or Reason.OutOfScope
                ? RpcProblem.FromRpc(error)!.Reason
                : error.StatusCode == StatusCode.Internal ? Reason.Defect : null;
        }
    }

    /// <summary>Nothing but the resource's name, in the field that the path names.</summary>
    static byte[] RequestFor(MethodRights rights, RealResource? resource)
    {
        if (resource is null || PathOf(rights) is not { } path) return [];
        var message = rights.Method.InputType.Parser.ParseFrom([]);
        var (owner, parts) = (message, path.Groups["field"].Value.Split('.'));
        foreach (var part in parts[..^1])
        {
            var field = owner.Descriptor.FindFieldByName(part);
            var inner = (IMessage)field.MessageType.Parser.ParseFrom([]);
            field.Accessor.SetValue(owner, inner);
            owner = inner;
        }

        owner.Descriptor.FindFieldByName(parts[^1]).Accessor.SetValue(owner, resource.Name);
        return message.ToByteArray();
    }

    [GeneratedRegex(@"/v1/\{(?<field>[a-z_.]+)=(?<pattern>[^}]+)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Path();
}
