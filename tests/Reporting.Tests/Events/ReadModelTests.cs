using Shouldly;
using Suite.Contracts.Events.V1;
using Suite.Reporting.V1;

namespace Suite.Reporting.Tests.Events;

public sealed class ReadModelTests(ReportingService service)
{
    static readonly string[] Overall = ["4", "2", "3", "3", "2", "1", "0", "1", "0", "2"];

    static readonly string[] Corrected = ["4", "1", "3", "1", "1", "1", "0", "0", "0", "3"];

    [Fact]
    public async Task Events_InOrder_AreCounted()
    {
        var told = await service.ToldAsync();

        (await CountsAsync(told)).ShouldBe(Overall);
    }

    [Theory]
    [InlineData(AssignmentRoles.GroupMember)]
    [InlineData(AssignmentRoles.Support)]
    public async Task Events_OfMembersAndSupporters_AreNotTakenForTheLeadUnits(string role)
    {
        var told = new Told(service.NewPlan());
        var member = new UnitFact("units/humen", "虎门镇");
        foreach (var message in told.Story()) await service.Events.SendAsync(message);
        await service.Events.SendAsync(told.Acknowledged(3, member) with { Role = role });
        await service.Events.SendAsync(told.Submitted(4, member) with { Role = role });
        await service.Events.SendAsync(told.Returned(3, member) with { Role = role });
        await service.Events.SendAsync(told.Accepted(4, member, "GREEN", 5) with { Role = role });

        (await CountsAsync(told)).ShouldBe(Overall);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Events_InAnyOrder_AreCountedTheSame(int seed)
    {
        var told = new Told(service.NewPlan());
        var story = told.Story().ToArray();
        new Random(seed).Shuffle(story);

        await Task.WhenAll(story.Select(message => service.Events.SendAsync(message)));

        (await CountsAsync(told)).ShouldBe(Overall);
    }

    [Fact]
    public async Task Events_EachTwiceWithOneMessageIdAndOnceMoreWithAnother_AreCountedOnce()
    {
        var told = new Told(service.NewPlan());
        foreach (var message in told.Story())
        {
            var id = Guid.NewGuid();
            await service.Events.SendAsync(message, id);
            await service.Events.SendAsync(message, id);
            await service.Events.SendAsync(message);
        }

        (await CountsAsync(told)).ShouldBe(Overall);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Edition_InAnyOrder_WithdrawnTasksCountNoMoreAndAddedOnesDo(int seed)
    {
        var told = new Told(service.NewPlan());
        object[] story = [.. told.Story(), .. told.Edition()];
        new Random(seed).Shuffle(story);

        await Task.WhenAll(story.Select(message => service.Events.SendAsync(message)));

        (await CountsAsync(told)).ShouldBe(Corrected);
    }

    [Fact]
    public async Task Edition_TaskOfTheIssueNotHeardOf_AddedOneDoesNotStandForIt()
    {
        var told = new Told(service.NewPlan());
        foreach (var message in told.Story().Where(m => m is not TaskIssued { Number: 4 }).Concat(told.Edition())) await service.Events.SendAsync(message);

        (await Should.ThrowAsync<Grpc.Core.RpcException>(() => CountsAsync(told))).StatusCode.ShouldBe(Grpc.Core.StatusCode.Unavailable);
    }

    /// <summary>Tasks, acknowledged, due, reported, accepted, green, yellow, red, blue, none.</summary>
    async Task<IEnumerable<string>> CountsAsync(Told told)
    {
        var report = await service.Client().CreateReportAsync(
            new() { Report = new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 1 } }, cancellationToken: TestContext.Current.CancellationToken);
        var figures = await service.Client().ListFiguresAsync(new() { Parent = report.Name, PageSize = 10 }, cancellationToken: TestContext.Current.CancellationToken);
        return figures.Figures.Select(f => f.Value);
    }
}
