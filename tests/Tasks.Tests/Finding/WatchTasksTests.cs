using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Cases;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Tasks.Tests.Finding;

/// <summary>The stream of changes: goes on from a token, in order, by rights, at the listener's pace, and ends when the listener goes.</summary>
public sealed class WatchTasksTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Watch_FromAnyToken_TellsTheRestInTheOrderOfTheList()
    {
        var plan = await new CaseDoor(suite, "watched").IssuedAsync();
        (await plan.PostAs(Role.Office, "tasks/1/questions", new { text = "何时？" })).Require(200);
        var listed = await ListAsync("CaseStepTaken");
        var told = await WatchAsync(Role.Office, "", listed.Count);
        told.ConvertAll(t => t.Change.Id).ShouldBe(listed.ConvertAll(c => c.Id));
        foreach (var token in told.Select(t => t.Token).Distinct())
        {
            var already = told.FindLastIndex(t => t.Token == token) + 1;
            if (already < told.Count) (await WatchAsync(Role.Office, token, listed.Count - already)).ConvertAll(t => t.Change.Id).ShouldBe(listed.Skip(already).Select(c => c.Id));
        }

        // From the end only what happens from now on is told, while the stream stands.
        using var stream = Open(Role.Office, told[^1].Token);
        (await plan.PostAs(Role.Reporter, "tasks/1/questions/1:answer", new { text = "月底" })).Require(200);
        (await stream.ResponseStream.MoveNext(default)).ShouldBeTrue();
        stream.ResponseStream.Current.Changes.Single().Event.ShouldBe("CaseStepTaken");
        stream.ResponseStream.Current.ResumeToken.ShouldNotBe(told[^1].Token);
        using var nonsense = Open(Role.Office, "nonsense");
        (await Should.ThrowAsync<RpcException>(() => nonsense.ResponseStream.MoveNext(default))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Watch_ByOthersThanTheOffice_LeavesOutWhatIsNotForEverybody()
    {
        var plan = await new CaseDoor(suite, "rights").IssuedAsync();
        (await plan.PostAs(Role.Office, "tasks/1/questions", new { text = "何时？" })).Require(200);
        (await plan.PostAs(Role.Office, "tasks/2/light:set", new { light = "LIGHT_RED", reason = "未启动" })).Require(200);
        var all = await ListAsync("LightSet", "plans/rights");
        var open = all.Where(c => c.Event != "CaseStepTaken").Select(c => c.Id).ToList();
        open.Count.ShouldBeLessThan(all.Count);
        (await WatchAsync(Role.Observer, "", open.Count)).ConvertAll(t => t.Change.Id).ShouldBe(open);
    }

    [Fact]
    public async Task Watch_SlowListener_GetsEachChangeOnceInPiecesOfAThousand()
    {
        await suite.IssueAsync("many", Tables.Of(2300));
        var all = await ListAsync("TaskIssued", "plans/many/tasks/2300\"");
        using var stream = Open(Role.Office, "");
        var ids = new List<string>();
        while (ids.Count < all.Count && await stream.ResponseStream.MoveNext(default))
        {
            stream.ResponseStream.Current.Changes.Count.ShouldBeLessThanOrEqualTo(1000);
            ids.AddRange(stream.ResponseStream.Current.Changes.Select(c => c.Id));
            await Task.Delay(300);
        }

        ids.ShouldBe(all.ConvertAll(c => c.Id));
    }

    [Fact]
    public async Task Watch_ListenerGoneOrPastItsDeadline_EndsAndReadsNoMore()
    {
        await suite.IssueAsync("gone", Tables.TwoTasks);
        var stream = Open(Role.Office, "");
        (await stream.ResponseStream.MoveNext(default)).ShouldBeTrue();
        stream.Dispose();
        using var late = new BoardService.BoardServiceClient(suite.GrpcAs(Role.Office)).WatchTasks(new(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1));
        var ended = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await late.ResponseStream.MoveNext(default)) continue;
        });
        ended.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        // A stream that stands reads every second.
        var reads = -1;
        for (var patience = 15; patience > 0 && reads != suite.Statements.FeedReads; patience--)
        {
            reads = suite.Statements.FeedReads;
            await Task.Delay(1500);
        }

        suite.Statements.FeedReads.ShouldBe(reads);
    }

    AsyncServerStreamingCall<WatchTasksResponse> Open(Role role, string token) =>
        new BoardService.BoardServiceClient(suite.GrpcAs(role)).WatchTasks(new() { ResumeToken = token }, deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Patience);

    async Task<List<(TaskChange Change, string Token)>> WatchAsync(Role role, string token, int count)
    {
        using var stream = Open(role, token);
        var told = new List<(TaskChange, string)>();
        while (told.Count < count && await stream.ResponseStream.MoveNext(default))
            told.AddRange(stream.ResponseStream.Current.Changes.Select(c => (c, stream.ResponseStream.Current.ResumeToken)));
        return told;
    }

    /// <summary>All changes, once the last is one of an event; a transaction that runs anywhere on the server holds later ones back.</summary>
    async Task<List<TaskChange>> ListAsync(string last, string about = "")
    {
        var boards = new BoardService.BoardServiceClient(suite.GrpcAs(Role.Office));
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(until);
            var (found, token) = (new List<TaskChange>(), "");
            for (var more = true; more;)
            {
                var page = await boards.ListTaskChangesAsync(new() { PageSize = 1000, ResumeToken = token });
                found.AddRange(page.Changes);
                (token, more) = (page.ResumeToken, page.More);
            }

            if (found.Count > 0 && found[^1].Event == last && found.Exists(c => c.Payload.Contains(about, StringComparison.Ordinal))) return found;
            await Task.Delay(100);
        }
    }
}
