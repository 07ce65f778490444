using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Enforces each method's declared rule before the method runs, for gRPC and JSON alike.</summary>
public sealed class AccessInterceptor(MethodRules rules, IRefusalAudit refusals) : Interceptor
{
    static readonly HashSet<Scope> OwnOffice = [Scope.Jurisdiction];

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        return await GuardAsync(context, request as IMessage, () => continuation(request, context));
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await GuardAsync(context, request as IMessage, async () => { await continuation(request, responseStream, context); return true; });
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        return await GuardAsync(context, null, () => continuation(requestStream, context));
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await GuardAsync(context, null, async () => { await continuation(requestStream, responseStream, context); return true; });
    }

    /// <summary>Checks, calls, and writes down what was refused, here or by the method itself.</summary>
    async Task<T> GuardAsync<T>(ServerCallContext context, IMessage? request, Func<Task<T>> call)
    {
        try
        {
            await CheckAsync(context, request);
            return await call();
        }
        catch (ProblemException error) when (IsRefusal(error.Problem))
        {
            if (Caller.From(context.GetHttpContext().User) is { } caller) await refusals.RecordAsync(RefusalOf(caller, context.Method, request, error.Problem));
            throw;
        }
    }

    static bool IsRefusal(Problem problem) => problem.MayBeHidden || problem.Reason is Reason.RoleNotAllowed or Reason.OutOfScope;

    Refusal RefusalOf(Caller caller, string method, IMessage? request, Problem problem) =>
        new(caller.Account, method, problem.MayBeHidden ? problem.Resource!.Name : ResourceOf(rules.Of(method), request), problem.Reason)
        {
            Roles = caller.Roles, Unit = caller.Unit,
        };

    async Task CheckAsync(ServerCallContext context, IMessage? request)
    {
        var rule = rules.Of(context.Method);
        if (rule.Anonymous) return;
        var http = context.GetHttpContext();
        var caller = Caller.From(http.User) ?? throw NoCaller(http);
        var scopes = rule.ScopesFor(caller.Roles);
        if (scopes.Count == 0) throw Problems.Because(Reason.RoleNotAllowed, $"None of the roles of '{caller.Account}' may call {context.Method}.");
        if (!caller.MayUse(context.Method)) throw Problems.Because(Reason.RoleNotAllowed, $"The API client '{caller.Account}' was not given {context.Method}.");
        if (!MethodRule.AsksNothing(scopes)) scopes = await RelatedAsync(http.RequestServices, caller, rule, request, scopes, context.CancellationToken);
        else if (rule.KnowsJurisdictions) await RelatedAsync(http.RequestServices, caller, rule, request, OwnOffice, context.CancellationToken);
        new Access(caller, scopes).Attach(context);
    }

    static ProblemException NoCaller(HttpContext http) => AuthorityState.IsUnreachable(http)
        ? Problems.Because(Reason.DependencyUnavailable, "The token cannot be checked now, its issuer does not answer; try again.")
        : Problems.Because(Reason.TokenRequired, "Send a valid access token as 'Authorization: Bearer …'; POST /v1/auth/token gives one.");

    static async Task<IReadOnlySet<Scope>> RelatedAsync(
        IServiceProvider services, Caller caller, MethodRule rule, IMessage? request, IReadOnlySet<Scope> asked, CancellationToken cancellation)
    {
        var resource = ResourceOf(rule, request);
        var held = await services.GetRequiredService<IScopeResolver>().ScopesOfAsync(caller, resource, asked, cancellation);
        var granted = asked.Intersect(held).ToHashSet();
        return granted.Count > 0
            ? granted
            : throw Problems.Because(Reason.OutOfScope, $"'{caller.Account}' has no part in '{resource}' that allows this.");
    }

    static string ResourceOf(MethodRule rule, IMessage? request) => request is null ? "" : rule.Resource?.Read(request) ?? "";
}
