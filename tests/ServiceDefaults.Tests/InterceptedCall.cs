using System.Security.Claims;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.ServiceDefaults.Tests;

/// <summary>A call that goes through the interceptor all services use, to a method that does nothing.</summary>
static class InterceptedCall
{
    /// <param name="role">Null for nobody signed in.</param>
    /// <param name="held">The relations between caller and resource that a service would find.</param>
    /// <returns>Why the call was refused; null where it was let through.</returns>
    public static async Task<Reason?> DecideAsync(MethodDescriptor method, Role? role, string? unit, IReadOnlyCollection<Scope> held, IRefusalAudit? audit = null)
    {
        var rules = new MethodRules();
        rules.Add(method.Service);
        var services = new ServiceCollection().AddSingleton<IScopeResolver>(new Held(held)).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        if (role is { } known) http.User = new(new ClaimsIdentity(ClaimsOf(known, unit), "test"));
        var request = (IMessage)Activator.CreateInstance(method.InputType.ClrType)!;
        try
        {
            var interceptor = new AccessInterceptor(rules, audit ?? new NoAudit());
            await interceptor.UnaryServerHandler(request, new Call(MethodRules.MethodName(method), http), (r, _) => Task.FromResult(r));
            return null;
        }
        catch (ProblemException refusal)
        {
            return refusal.Problem.Reason;
        }
    }

    static IEnumerable<Claim> ClaimsOf(Role role, string? unit)
    {
        yield return new(ClaimNames.Account, "somebody");
        if (role != Role.Unspecified) yield return new(ClaimNames.Role, role.ToString().ToLowerInvariant());
        if (unit is not null) yield return new(ClaimNames.Unit, unit);
    }

    sealed class Held(IReadOnlyCollection<Scope> scopes) : IScopeResolver
    {
        public Task<IReadOnlySet<Scope>> ScopesOfAsync(Caller caller, string resource, IReadOnlySet<Scope> asked, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlySet<Scope>>(scopes.ToHashSet());
    }

    sealed class NoAudit : IRefusalAudit
    {
        public Task RecordAsync(Refusal refusal) => Task.CompletedTask;
    }

    sealed class Call(string method, HttpContext http) : ServerCallContext
    {
        protected override string MethodCore => method;

        protected override string HostCore => "here";

        protected override string PeerCore => "test";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore => [];

        protected override CancellationToken CancellationTokenCore => default;

        protected override Metadata ResponseTrailersCore => [];

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore => new(null, []);

        /// <summary>Where GetHttpContext looks in a call that did not come over the wire.</summary>
        protected override IDictionary<object, object> UserStateCore { get; } = new Dictionary<object, object> { ["__HttpContext"] = http };

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
    }
}
