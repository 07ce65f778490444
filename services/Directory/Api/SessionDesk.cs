using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Directory.Accounts;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory.Api;

/// <summary>What a caller may do with the own sessions.</summary>
public sealed class SessionDesk(Sessions sessions, CommandRunner<DirectoryDbContext> commands)
{
    /// <summary>A token that rests on no session of this service (an external provider's, an API client's) ends none.</summary>
    public Task<SignOutResponse> SignOutAsync(IMessage request, bool everywhere, ServerCallContext context) =>
        commands.RunAsync(context, request, "", async () =>
        {
            var caller = Access.Of(context).Caller;
            var session = SessionOf(caller);
            if (session is null && !everywhere) return new SignOutResponse();
            var ended = await sessions.EndAsync(caller.Account, everywhere ? null : session, context.CancellationToken);
            if (ended > 0) commands.Audit(context, everywhere ? "SignOutEverywhere" : "SignOut", $"accounts/{caller.Account}", new { ended });
            return new SignOutResponse { EndedSessions = ended };
        });

    public async Task<ListSessionsResponse> ListAsync(ListSessionsRequest request, ServerCallContext context)
    {
        var caller = Access.Of(context).Caller;
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<Place>(request, request.PageToken);
        var found = await sessions.ListAsync(caller.Account, after?.Session, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, s => new Place(s.Id));
        var current = SessionOf(caller);
        return new() { Sessions = { page.Select(s => Of(s, current)) }, NextPageToken = next };
    }

    static V1.Session Of(Accounts.Session session, Guid? current) => new()
    {
        Id = session.Id.ToString(), StartTime = session.Started.ToTimestamp(), ExpireTime = session.Expires.ToTimestamp(), Current = session.Id == current,
    };

    static Guid? SessionOf(Caller caller) => Guid.TryParse(caller.Session, out var session) ? session : null;

    sealed record Place(Guid Session);
}
