using System.Net;
using System.Text.Json;
using Grpc.Core;
using Grpc.Reflection.V1;
using Shouldly;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Suite.Gateway.Tests;

/// <summary>What the gateway says of itself and of what lies behind it.</summary>
public sealed class HealthTests(Installation suite) : IClassFixture<Installation>
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_OneBackendIll_NamesItAndNoOther()
    {
        var health = new Grpc.Health.V1.Health.HealthClient(suite.Gateway.GrpcInvoker());
        (await StatusAsync(health, "")).ShouldBe(ServingStatus.Serving);
        suite.Backends["indicators"].Ready = false;
        await suite.ReadyAsync(false);

        using var response = await suite.Json.GetAsync("/health/ready", Token);
        var checks = (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("checks");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        checks.EnumerateObject().Where(c => c.Value.GetProperty("status").GetString() == "Unhealthy").Select(c => c.Name).ShouldBe(["indicators"]);
        checks.GetProperty("indicators").GetProperty("description").GetString()!.ShouldContain("none answers ready");
        (await StatusAsync(health, "")).ShouldBe(ServingStatus.NotServing);
        (await StatusAsync(health, "suite.indicators.v1.IndicatorService")).ShouldBe(ServingStatus.NotServing);
        (await StatusAsync(health, "suite.tasks.v1.TaskService")).ShouldBe(ServingStatus.Serving);
        (await suite.Json.GetAsync("/health/live", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        suite.Backends["indicators"].Ready = true;
        await suite.ReadyAsync(true);
    }

    [Fact]
    public async Task Check_UnknownService_IsNotFound() =>
        (await Should.ThrowAsync<RpcException>(() => StatusAsync(new(suite.Gateway.GrpcInvoker()), "suite.Nothing"))).StatusCode.ShouldBe(StatusCode.NotFound);

    [Fact]
    public async Task Reflection_ListServices_NamesEveryServiceOfTheContract()
    {
        using var call = new ServerReflection.ServerReflectionClient(suite.Gateway.GrpcInvoker()).ServerReflectionInfo(cancellationToken: Token);
        await call.RequestStream.WriteAsync(new() { ListServices = "" }, Token);
        (await call.ResponseStream.MoveNext(Token)).ShouldBeTrue();
        await call.RequestStream.CompleteAsync();

        var names = call.ResponseStream.Current.ListServicesResponse.Service.Select(s => s.Name).ToList();
        names.ShouldBe(names.Distinct());
        new[] { "directory.v1.AuthService", "tasks.v1.ProgressService", "indicators.v1.IndicatorService", "reporting.v1.ReportService" }
            .Select(s => $"suite.{s}").ShouldBeSubsetOf(names);
    }

    static async Task<ServingStatus> StatusAsync(Grpc.Health.V1.Health.HealthClient health, string service) =>
        (await health.CheckAsync(new() { Service = service }, cancellationToken: Token)).Status;
}
