using Shouldly;
using Suite.Contracts.Events.V1;
using Suite.Indicators.V1;

namespace Suite.Indicators.Tests.Events;

public sealed class ObservationTests(IndicatorsService service)
{
    [Fact]
    public async Task ProgressAccepted_FigureOfACommitment_IsObservedWithItsSource()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Investment());
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 131.25m, 131.25m));

        var observation = (await IndicatorAsync(told)).Observations.ShouldHaveSingleItem();

        observation.ShouldSatisfyAllConditions(
            o => o.Name.ShouldBe($"indicators/{told.Plan}-44-1/observations/industry-information-q1-r1-c2"), o => o.Quarter.ShouldBe(1),
            o => o.PeriodValue.ShouldBe("131.25"), o => o.YearToDateValue.ShouldBe("131.25"), o => o.Revision.ShouldBe(1),
            o => o.Report.ShouldBe($"{told.Task(44)}/reports/industry-information-q1"), o => o.AcceptTime.ToDateTimeOffset().ShouldBe(Told.Spring));
    }

    [Theory]
    [InlineData(AssignmentRoles.GroupMember)]
    [InlineData(AssignmentRoles.Support)]
    public async Task ProgressAccepted_MembersReportOrContribution_IsNotObservedBesideTheLeadUnits(string role)
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Investment());
        var member = told.Accepted(44, 1, 2, 40, 40);
        await service.Events.SendAsync(member with { Report = $"{told.Task(44)}/reports/humen-q1", Unit = new("units/humen", "虎门镇"), Role = role });
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 131, 131));

        (await IndicatorAsync(told)).Observations.ShouldHaveSingleItem().YearToDateValue.ShouldBe("131");
    }

    [Fact]
    public async Task ProgressAccepted_BeforeItsTaskIsHeardOf_IsAttachedWhenTheTaskComes()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 131, 131));
        await service.Events.SendAsync(told.Investment());

        (await IndicatorAsync(told)).Observations.ShouldHaveSingleItem().YearToDateValue.ShouldBe("131");
    }

    [Fact]
    public async Task ProgressAccepted_AtOnceWithItsTask_NeverMissesIt()
    {
        for (var round = 0; round < 10; round++)
        {
            var told = new Told(service.NewPlan());
            await Task.WhenAll(
                service.Events.SendAsync(told.Accepted(44, 1, 2, 131, 131)), service.Events.SendAsync(told.Investment()),
                service.Events.SendAsync(told.Accepted(44, 2, 3, 170, 301)));

            (await IndicatorAsync(told)).Observations.Select(o => o.YearToDateValue).ShouldBe(["131", "301"]);
        }
    }

    [Fact]
    public async Task ProgressAccepted_SameMessageIdTwice_IsObservedOnce()
    {
        var told = new Told(service.NewPlan());
        var id = Guid.NewGuid();
        await service.Events.SendAsync(told.Investment());
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 131, 131), id);
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 999, 999), id);

        (await ListAsync(told)).ShouldHaveSingleItem().YearToDateValue.ShouldBe("131");
    }

    [Fact]
    public async Task ProgressAccepted_RevisionsInAnyOrder_ShowTheLastAcceptedAndKeepAll()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Investment());
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 128, 128, revision: 3, minutes: 90));
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 131, 131, revision: 2, minutes: 5));

        (await IndicatorAsync(told)).Observations.ShouldHaveSingleItem().YearToDateValue.ShouldBe("128");
        (await ListAsync(told)).Select(o => o.Revision).ShouldBe([2, 3]);
    }

    async Task<Indicator> IndicatorAsync(Told told) => await service.Client().GetIndicatorAsync(
        new() { Name = $"indicators/{told.Plan}-44-1" }, cancellationToken: TestContext.Current.CancellationToken);

    async Task<IReadOnlyList<Observation>> ListAsync(Told told) => (await service.Client().ListObservationsAsync(
        new() { Parent = $"indicators/{told.Plan}-44-1" }, cancellationToken: TestContext.Current.CancellationToken)).Observations;
}
