using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Overviews;

public sealed class OverviewTests(ReportingService service)
{
    OverviewService.OverviewServiceClient Client => new(service.Host.GrpcInvoker(TestTokens.For(Role.Observer)));

    [Fact]
    public async Task GetOverview_AQuarter_CountsWhatABulletinCounts()
    {
        var told = await service.ToldAsync();

        var overview = await Client.GetOverviewAsync(new() { Plan = told.Plan, Quarter = 1 });

        var c = overview.Counts;
        new[] { c.Tasks, c.Acknowledged, c.Due, c.Reported, c.Accepted, c.Green, c.Yellow, c.Red, c.Blue, c.Unlit, c.Missing }.ShouldBe([4, 2, 3, 3, 2, 1, 0, 1, 0, 2, 1]);
        overview.Trend.Select(t => t.Due).ShouldBe([3, 1, 2, 3]);
        overview.Freshness.ShouldSatisfyAllConditions(f => f.Revision.ShouldBe(14), f => f.TasksHeard.ShouldBe(4), f => f.TasksExpected.ShouldBe(4));
    }

    [Fact]
    public async Task GetOverview_AfterMoreWasHeard_IsCountedAnew()
    {
        var told = await service.ToldAsync();
        var before = await Client.GetOverviewAsync(new() { Plan = told.Plan, Quarter = 1 });
        await service.Events.SendAsync(told.Accepted(3, Told.Water, "YELLOW", 7));

        var after = await Client.GetOverviewAsync(new() { Plan = told.Plan, Quarter = 1 });

        (after.Counts.Accepted, after.Counts.Yellow).ShouldBe((3, 1));
        after.Freshness.Revision.ShouldBe(before.Freshness.Revision + 1);
    }

    [Fact]
    public async Task ListStandings_ByUnitAndSection_AreThePartsOfThePlan()
    {
        var told = await service.ToldAsync();

        var units = await Client.ListStandingsAsync(new() { Plan = told.Plan, Quarter = 1, Dimension = ListStandingsRequest.Types.Dimension.Unit });
        var sections = await Client.ListStandingsAsync(new() { Plan = told.Plan, Quarter = 1, Dimension = ListStandingsRequest.Types.Dimension.Section, PageSize = 1 });

        units.Standings.Select(u => (u.DisplayName, u.Counts.Due, u.Counts.Accepted, u.Rank)).ShouldBe([("市工业和信息化局", 1, 1, 1), ("市教育局", 1, 1, 2), ("市水务局", 1, 0, 3)]);
        sections.Standings.ShouldHaveSingleItem().Counts.Tasks.ShouldBe(2);
        sections.NextPageToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task GetOverview_AnUnknownPlan_IsNotFound() =>
        (await Should.ThrowAsync<RpcException>(() => Client.GetOverviewAsync(new() { Plan = "plans/1999", Quarter = 1 }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.NotFound);

    [Theory]
    [InlineData("plans/2024", 0)]
    [InlineData("2024", 1)]
    [InlineData("plans/2024", 5)]
    public async Task GetOverview_AskedWrongly_IsRefused(string plan, int quarter) =>
        (await Should.ThrowAsync<RpcException>(() => Client.GetOverviewAsync(new() { Plan = plan, Quarter = quarter }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.InvalidArgument);
}
