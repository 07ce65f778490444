using System.Net;
using Grpc.Core;
using Shouldly;

namespace Suite.Gateway.Tests;

/// <summary>Backends that are down, hang up, sleep, or are not well.</summary>
public sealed class FailureTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_BackendDown_IsUnavailableAndOthersServe()
    {
        await using var suite = new Installation().Without("tasks");
        await suite.InitializeAsync();
        using var json = await suite.Json.GetAsync("/v1/plans/2024", Token);
        var grpc = await suite.Grpc.GrpcAsync("/suite.tasks.v1.PlanService/GetPlan");

        json.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await json.ReasonAsync()).ShouldBe("DEPENDENCY_UNAVAILABLE");
        (grpc.Status, grpc.Reason).ShouldBe((StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE"));
        (await suite.Json.GetAsync("/v1/units", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Call_BackendHangsUp_IsUnavailable()
    {
        await using var suite = new Installation();
        await suite.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/units") { Headers = { { "x-hang-up", "1" } } };
        using var json = await suite.Json.SendAsync(request, Token);
        var grpc = await suite.Grpc.GrpcAsync("/suite.directory.v1.UnitService/ListUnits", null, ("x-hang-up", "1"));

        (await json.ReasonAsync()).ShouldBe("DEPENDENCY_UNAVAILABLE");
        (grpc.Status, grpc.Reason).ShouldBe((StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE"), grpc.Message);
    }

    [Fact]
    public async Task Call_BackendSleeps_IsDeadlineExceeded()
    {
        await using var suite = new Installation().With("Gateway:Patience:Json", "00:00:00.5").With("Gateway:Patience:Grpc", "00:00:00.5");
        await suite.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/units") { Headers = { { "x-sleep", "1" } } };
        using var json = await suite.Json.SendAsync(request, Token);
        var grpc = await suite.Grpc.GrpcAsync("/suite.directory.v1.UnitService/ListUnits", null, ("x-sleep", "1"));

        json.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        (await json.ReasonAsync()).ShouldBe("DEADLINE_EXCEEDED");
        (grpc.Status, grpc.Reason).ShouldBe((StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED"));
    }

    [Fact]
    public async Task Call_OneReplicaIll_GoesToTheOther()
    {
        await using var second = new FakeBackend("tasks-2");
        await second.StartAsync();
        await using var suite = new Installation().With("services:tasks:http:1", second.Http).With("services:tasks:grpc:1", second.Grpc);
        await suite.InitializeAsync();
        (await BackendsOfAsync(suite)).ShouldBe(["tasks", "tasks-2"], ignoreOrder: true);

        suite.Backends["tasks"].Ready = false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await BackendsOfAsync(suite)).Contains("tasks")) await Task.Delay(200, patience.Token);

        (await suite.Json.GetAsync("/health/ready", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Which backends answer forty calls, half of them at each door.</summary>
    static async Task<IReadOnlySet<string>> BackendsOfAsync(Installation suite)
    {
        var backends = new HashSet<string>();
        for (var call = 0; call < 20; call++)
        {
            using var response = await suite.Json.GetAsync("/v1/plans/2024", Token);
            backends.Add((await response.SeenAsync()).Backend);
            backends.Add((await suite.Grpc.GrpcAsync("/suite.tasks.v1.PlanService/GetPlan")).Seen!.Backend);
        }

        return backends;
    }
}
