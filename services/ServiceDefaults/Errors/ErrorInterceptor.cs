using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Suite.Errors.V1;

namespace Suite.ServiceDefaults.Errors;

/// <summary>
/// Turns expected errors into their status, once, for gRPC and JSON alike. A defect stays INTERNAL: logged in full, told to the
/// caller only by its trace id.
/// </summary>
public sealed partial class ErrorInterceptor(ILogger<ErrorInterceptor> logger) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, async () => { await continuation(request, responseStream, context); return true; });

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, async () => { await continuation(requestStream, responseStream, context); return true; });

    async Task<T> Guard<T>(ServerCallContext context, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException error) when (RpcProblem.IsFrom(error))
        {
            throw;
        }
        catch (Exception error)
        {
            throw Map(error, context).ToRpc();
        }
    }

    Problem Map(Exception error, ServerCallContext context)
    {
        switch (error)
        {
            case ProblemException expected:
                return expected.Problem;
            case OperationCanceledException when context.CancellationToken.IsCancellationRequested:
                return context.Deadline <= TimeProvider.System.GetUtcNow().UtcDateTime
                    ? new Problem(Reason.DeadlineExceeded, "The time allowed for the call has run out.")
                    : new Problem(Reason.Cancelled, "The caller gave up.");
            case RpcException { StatusCode: StatusCode.Unavailable }:
                LogUnavailable(logger, error, context.Method);
                return new Problem(Reason.DependencyUnavailable, "A service that this one needs does not answer; try again.");
            case RpcException { StatusCode: StatusCode.DeadlineExceeded }:
                LogUnavailable(logger, error, context.Method);
                return new Problem(Reason.DeadlineExceeded, "A service that this one needs did not answer in time.");
            case DbUpdateConcurrencyException:
            // Two calls made the same thing at once, or waited for one another; the database let one of them through.
            case DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } }:
            case DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } }:
            case PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected }:
                return new Problem(Reason.StaleEtag, "The resource was changed by another call at the same time; read it again.");
            case PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire }:
            case DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } }:
                return new Problem(Reason.InvalidField, "A text holds the character U+0000, which cannot be stored or looked for.");
            case InvalidOperationException { InnerException: NpgsqlException { IsTransient: true } }:
            case InvalidOperationException { InnerException: DbUpdateException { InnerException: NpgsqlException { IsTransient: true } } }:
            case DbUpdateException { InnerException: NpgsqlException { IsTransient: true } }:
            case NpgsqlException { IsTransient: true }:
                LogUnavailable(logger, error, context.Method);
                return new Problem(Reason.DependencyUnavailable, "The service's database does not answer; try again.");
            default:
                LogDefect(logger, error, context.Method);
                return Defect(Activity.Current);
        }
    }

    internal static Problem Defect(Activity? activity) => new(Reason.Defect, "The suite failed on this call. Tell the operator the trace id.")
    {
        Metadata = new Dictionary<string, string> { ["traceId"] = activity?.TraceId.ToString() ?? "" },
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Defect in {Method}")]
    static partial void LogDefect(ILogger logger, Exception error, string method);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that {Method} needs does not answer")]
    static partial void LogUnavailable(ILogger logger, Exception error, string method);
}
