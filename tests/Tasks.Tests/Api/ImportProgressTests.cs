using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Tasks.Tests.Api;

public sealed class ImportProgressTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task ImportPlanWithProgress_Draft_TellsEveryStageAndEndsInTheResponse()
    {
        var told = await WatchAsync(Request("watched", Tables.Of(250)));
        told.Select(p => p.Stage).Distinct().ShouldBe([ImportStage.Reading, ImportStage.Resolving, ImportStage.Writing, ImportStage.Done]);
        told.Where(p => p.Stage == ImportStage.Writing).Select(p => (p.Done, p.Total)).ShouldBe([(0, 250), (100, 250), (200, 250), (250, 250)]);
        told.Where(p => p.Stage == ImportStage.Resolving).Last().ShouldSatisfyAllConditions(p => p.Done.ShouldBe(p.Total), p => p.Total.ShouldBe(2));
        told[^1].Response.Plan.Name.ShouldBe("plans/watched");
        told.SkipLast(1).ShouldAllBe(p => p.Response == null);
        (await suite.As(Role.Office).GetAsync("/v1/plans/watched").ReadAsync()).Require(200).GetProperty("taskCount").GetInt32().ShouldBe(250);
    }

    [Fact]
    public async Task ImportPlanWithProgress_EditionAndDryRun_TellTheComparison()
    {
        await suite.IssueAsync("watched-edition", Tables.TwoTasks);
        var request = Request("watched-edition", Tables.TwoTasks.Replace("80%", "90%", StringComparison.Ordinal));
        request.DryRun = true;
        var dry = await WatchAsync(request);
        dry.Select(p => p.Stage).Distinct().ShouldBe([ImportStage.Reading, ImportStage.Resolving, ImportStage.Comparing, ImportStage.Done]);
        request.DryRun = false;
        var kept = await WatchAsync(request);
        kept.Select(p => p.Stage).Distinct().ShouldBe([ImportStage.Reading, ImportStage.Resolving, ImportStage.Comparing, ImportStage.Writing, ImportStage.Done]);
        kept[^1].Response.Edition.Name.ShouldBe("plans/watched-edition/editions/1");
        kept[^1].Response.Changes.Count.ShouldBe(dry[^1].Response.Changes.Count);
    }

    [Theory]
    [InlineData(ImportStage.Reading)]
    [InlineData(ImportStage.Resolving)]
    [InlineData(ImportStage.Writing)]
    public async Task ImportPlanWithProgress_GivenUpInAnyStage_WritesNothing(ImportStage stage)
    {
        var plan = $"given-up-{stage.ToString().ToLowerInvariant()}";
        using var patience = new CancellationTokenSource();
        using var call = Client().ImportPlanWithProgress(Request(plan, Tables.Of(3000)), cancellationToken: patience.Token);
        var ended = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
                if (call.ResponseStream.Current.Stage == stage) await patience.CancelAsync();
        });
        ended.StatusCode.ShouldBe(StatusCode.Cancelled);
        // The same document afterwards is the first import: the one given up left nothing, and holds nobody up.
        (await WatchAsync(Request(plan, Tables.Of(3000))))[^1].Response.AlreadyImported.ShouldBeFalse();
    }

    [Fact]
    public async Task ImportPlanWithProgress_NotATable_EndsTheStreamWithTheReason()
    {
        var refused = await Should.ThrowAsync<RpcException>(() => WatchAsync(Request("no-table", "没有表头的文字")));
        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task ImportPlanWithProgress_SameRequestId_AnswersTheSame()
    {
        var request = Request("streamed-once", Tables.TwoTasks);
        request.RequestId = "streamed-once";
        var (first, second) = (await WatchAsync(request), await WatchAsync(request));
        second[^1].Response.ShouldBe(first[^1].Response);
    }

    [Fact]
    public async Task ImportPlan_OverGrpc_TakesTheBytes()
    {
        (await Client().ImportPlanAsync(Request("over-grpc", Tables.TwoTasks))).Summary.Tasks.ShouldBe(2);
        var nothing = await Should.ThrowAsync<RpcException>(async () => await Client().ImportPlanAsync(new() { Plan = "over-grpc" }));
        nothing.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Observer)]
    public async Task ImportPlanWithProgress_NotTheOffice_IsRefused(Role role)
    {
        using var call = new PlanService.PlanServiceClient(suite.GrpcAs(role, "humen")).ImportPlanWithProgress(Request("x", Tables.TwoTasks));
        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    PlanService.PlanServiceClient Client() => new(suite.GrpcAs(Role.Office));

    /// <summary>A document with its media type stands inside the request, as over JSON its body.</summary>
    [Fact]
    public async Task ImportPlan_DocumentOverGrpc_IsRead()
    {
        var request = new ImportPlanRequest
        {
            Plan = "enclosed", DryRun = true, Document = new() { ContentType = "text/plain", Data = ByteString.CopyFromUtf8(Tables.TwoTasks) },
        };
        (await Client().ImportPlanAsync(request)).Plan.TaskCount.ShouldBe(2);
    }

    static ImportPlanRequest Request(string plan, string table) => new() { Plan = plan, Content = ByteString.CopyFromUtf8(table) };

    async Task<List<ImportPlanProgress>> WatchAsync(ImportPlanRequest request)
    {
        using var call = Client().ImportPlanWithProgress(request, deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(60));
        var told = new List<ImportPlanProgress>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) told.Add(call.ResponseStream.Current);
        return told;
    }
}
