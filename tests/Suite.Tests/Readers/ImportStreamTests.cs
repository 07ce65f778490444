using Google.Protobuf;
using Grpc.Core;
using Suite.Tasks.V1;
using Suite.Tests.Calls;
using Suite.Tests.Running;
using Task = System.Threading.Tasks.Task;

namespace Suite.Tests.Readers;

/// <summary>An import that tells how far it is, through the gateway.</summary>
public sealed class ImportStreamTests(SuiteFixture suite)
{
    [Fact]
    public async Task ImportPlanWithProgress_DryRunThroughTheGateway_TellsEveryStageAndWritesNothing()
    {
        var (plans, options, request) = await PrepareAsync("streamed-dry");
        using var call = plans.ImportPlanWithProgress(request, options);
        var told = await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        told.Select(p => p.Stage).Distinct().ShouldBe([ImportStage.Reading, ImportStage.Resolving, ImportStage.Done]);
        told[^1].Response.Summary.Tasks.ShouldBeGreaterThan(300);
        await RequireAbsentAsync(plans, options, "streamed-dry");
    }

    [Fact]
    public async Task ImportPlanWithProgress_GivenUpThroughTheGateway_WritesNothing()
    {
        var (plans, options, request) = await PrepareAsync("streamed-given-up");
        request.DryRun = false;
        using var patience = new CancellationTokenSource();
        using var call = plans.ImportPlanWithProgress(request, options.WithCancellationToken(patience.Token));

        var ended = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None)) await patience.CancelAsync();
        });

        ended.StatusCode.ShouldBe(StatusCode.Cancelled);
        await RequireAbsentAsync(plans, options, "streamed-given-up");
    }

    async Task<(PlanService.PlanServiceClient Plans, CallOptions Options, ImportPlanRequest Request)> PrepareAsync(string plan)
    {
        var document = await File.ReadAllBytesAsync(PlanDocuments.Main, TestContext.Current.CancellationToken);
        return (new(suite.Grpc.Invoker), GrpcDoor.As(await suite.Accounts.Office), new() { Plan = plan, DryRun = true, Content = ByteString.CopyFrom(document) });
    }

    static async Task RequireAbsentAsync(PlanService.PlanServiceClient plans, CallOptions options, string plan) =>
        (await Should.ThrowAsync<RpcException>(async () => await plans.GetPlanAsync(new() { Name = $"plans/{plan}" }, options))).StatusCode.ShouldBe(StatusCode.NotFound);
}
