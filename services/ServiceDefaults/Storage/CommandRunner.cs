using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.ServiceDefaults.Storage;

/// <summary>
/// Runs a command: one transaction that holds the effect, its events, its audit and the answer to its request id. The same
/// request id from the same account gets the first answer again, whatever is killed when; a failed command is not remembered.
/// </summary>
public sealed class CommandRunner<TDb>(TDb db, TimeProvider clock)
    where TDb : SuiteDbContext
{
    const int MaxRequestId = 64;

    /// <param name="requestId">Empty: the command is not protected against repetition.</param>
    /// <param name="effect">Changes the context's entities and answers; saving and committing are done here.</param>
    /// <param name="remembered">What of the answer is kept for a repetition; all of it where this is not given.</param>
    public async Task<TResponse> RunAsync<TResponse>(
        ServerCallContext context, IMessage request, string requestId, Func<Task<TResponse>> effect, Func<TResponse, TResponse>? remembered = null)
        where TResponse : class, IMessage<TResponse>, new()
    {
        if (requestId.Length > MaxRequestId) throw Problems.InvalidField("request_id", $"must be at most {MaxRequestId} characters.");
        var cancellation = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        if (requestId.Length == 0)
        {
            var answer = await effect();
            await db.CommitAsync(cancellation);
            return answer;
        }

        var account = Access.Of(context).Caller.Account;
        var fingerprint = FingerprintOf(context.Method, request);
        if (!await ClaimAsync(account, requestId, fingerprint, cancellation)) return await RecallAsync<TResponse>(account, requestId, fingerprint, cancellation);
        var response = await effect();
        var kept = (remembered is null ? response : remembered(response)).ToByteArray();
        await db.SaveChangesAsync(cancellation);
        await db.HandledRequests.Where(r => r.Account == account && r.RequestId == requestId)
            .ExecuteUpdateAsync(r => r.SetProperty(h => h.Response, kept), cancellation);
        await db.CommitAsync(cancellation);
        return response;
    }

    /// <summary>Runs a command without keeping anything of it: for dry runs, which so tell what the command itself would.</summary>
    public async Task<TResponse> TryAsync<TResponse>(ServerCallContext context, Func<Task<TResponse>> effect)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, context.CancellationToken);
        var answer = await effect();
        await db.SaveChangesAsync(context.CancellationToken);
        await transaction.RollbackAsync(context.CancellationToken);
        return answer;
    }

    /// <summary>Notes in the audit what the command does.</summary>
    /// <param name="detail">Serialised as JSON; keep secrets out.</param>
    public void Audit(ServerCallContext context, string action, string resource, object? detail = null) =>
        db.Audit(new(clock.GetUtcNow(), Access.Of(context).Caller.Account, action, resource, detail is null ? "{}" : JsonSerializer.Serialize(detail)));

    static byte[] FingerprintOf(string method, IMessage request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(method));
        hash.AppendData(request.ToByteArray());
        return hash.GetHashAndReset();
    }

    /// <summary>
    /// True for the first call with this id. A second call at the same time waits here until the first has committed (then
    /// it is not the first) or failed (then it is).
    /// </summary>
    async Task<bool> ClaimAsync(string account, string requestId, byte[] fingerprint, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO handled_request (account, request_id, fingerprint, response, time)
             VALUES ({account}, {requestId}, {fingerprint}, {Array.Empty<byte>()}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING
             """, cancellation) == 1;

    async Task<TResponse> RecallAsync<TResponse>(string account, string requestId, byte[] fingerprint, CancellationToken cancellation)
        where TResponse : class, IMessage<TResponse>, new()
    {
        var handled = await db.HandledRequests.AsNoTracking().SingleAsync(r => r.Account == account && r.RequestId == requestId, cancellation);
        if (!handled.Fingerprint.AsSpan().SequenceEqual(fingerprint))
            throw Problems.InvalidField("request_id", "was used before for another request; take a new one.");
        var response = new TResponse();
        response.MergeFrom(handled.Response);
        return response;
    }
}
