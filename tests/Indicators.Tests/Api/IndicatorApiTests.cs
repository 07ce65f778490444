using System.Net;
using System.Text.Json;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Testing;

namespace Suite.Indicators.Tests.Api;

public sealed class IndicatorApiTests(IndicatorsService service)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListIndicators_PageByPage_ShowsEachOnceInOrder()
    {
        var told = new Told(service.NewPlan());
        foreach (var number in new[] { 10, 9, 2 }) await service.Events.SendAsync(told.Investment(number));
        var (seen, request) = (new List<string>(), new ListIndicatorsRequest { PageSize = 1, Plan = $"plans/{told.Plan}" });

        do
        {
            var page = await service.Client().ListIndicatorsAsync(request, cancellationToken: Cancelled);
            seen.AddRange(page.Indicators.Select(i => i.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        seen.ShouldBe([$"indicators/{told.Plan}-2-1", $"indicators/{told.Plan}-9-1", $"indicators/{told.Plan}-10-1"]);
    }

    [Fact]
    public async Task ListObservations_PageByPage_ShowsEachOnceNewestLast()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Investment());
        for (var revision = 5; revision > 0; revision--)
            await service.Events.SendAsync(told.Accepted(44, 1, 2, revision, revision, revision, minutes: revision));
        var (seen, request) = (new List<int>(), new ListObservationsRequest { PageSize = 2, Parent = $"indicators/{told.Plan}-44-1" });

        do
        {
            var page = await service.Client().ListObservationsAsync(request, cancellationToken: Cancelled);
            seen.AddRange(page.Observations.Select(o => o.Revision));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        seen.ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task GetIndicator_OverJson_AnswersTheSame()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Investment());

        var json = await service.Host.HttpClient(TestTokens.For(Role.Leader)).GetFromJsonAsync<JsonElement>($"/v1/indicators/{told.Plan}-44-1", Cancelled);

        json.GetProperty("displayName").GetString().ShouldBe("完成工业投资");
        json.GetProperty("targets")[0].GetProperty("yearToDateValue").GetString().ShouldBe("120.5");
    }

    [Theory]
    [InlineData("indicators/2024-999-1")]
    [InlineData("indicators/")]
    [InlineData("plans/2024")]
    public async Task GetIndicator_NoSuchName_IsNotFound(string name) =>
        (await RefusedAsync(client => client.GetIndicatorAsync(new() { Name = name }))).Reason.ShouldBe(Reason.NotFound);

    [Theory]
    [InlineData("2024", "", "plan")]
    [InlineData("", "plans/2024/tasks/x", "task")]
    [InlineData("plans/2023", "plans/2024/tasks/1", "task")]
    public async Task ListIndicators_MalformedFilter_NamesTheField(string plan, string task, string field) =>
        (await RefusedAsync(client => client.ListIndicatorsAsync(new() { Plan = plan, Task = task }))).Violations.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Theory]
    [InlineData("bm9uc2Vuc2U=")]
    [InlineData("*")]
    public async Task ListIndicators_ForeignToken_IsRefused(string token) =>
        (await RefusedAsync(client => client.ListIndicatorsAsync(new() { PageToken = token }))).Reason.ShouldBe(Reason.InvalidPageToken);

    [Fact]
    public async Task EveryMethod_WithoutAToken_IsRefused()
    {
        var client = new IndicatorService.IndicatorServiceClient(service.Host.GrpcInvoker());

        await ShouldRefuseAsync(() => client.ListIndicatorsAsync(new()).ResponseAsync);
        await ShouldRefuseAsync(() => client.GetIndicatorAsync(new()).ResponseAsync);
        await ShouldRefuseAsync(() => client.ListObservationsAsync(new()).ResponseAsync);
        (await service.Host.HttpClient().GetAsync("/v1/indicators", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        static async Task ShouldRefuseAsync(Func<Task> call) =>
            (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task EveryMethod_WithoutARole_IsRefused()
    {
        var client = new IndicatorService.IndicatorServiceClient(service.Host.GrpcInvoker(TestTokens.For("nobody", [])));

        (await Should.ThrowAsync<RpcException>(() => client.ListIndicatorsAsync(new()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(() => client.GetIndicatorAsync(new()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(() => client.ListObservationsAsync(new()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    async Task<Problem> RefusedAsync<T>(Func<IndicatorService.IndicatorServiceClient, AsyncUnaryCall<T>> call)
    {
        var error = await Should.ThrowAsync<RpcException>(() => call(service.Client()).ResponseAsync);
        return RpcProblem.FromRpc(error).ShouldNotBeNull();
    }
}
