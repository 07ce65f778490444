using Shouldly;

namespace Suite.Indicators.Tests.Events;

public sealed class TargetTests(IndicatorsService service)
{
    [Fact]
    public async Task TaskIssued_ScheduleAndTarget_OpensOneIndicatorWithItsSeries()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Investment());

        var indicator = await service.Client().GetIndicatorAsync(new() { Name = $"indicators/{told.Plan}-44-1" }, cancellationToken: TestContext.Current.CancellationToken);

        indicator.ShouldSatisfyAllConditions(
            i => i.DisplayName.ShouldBe("完成工业投资"), i => i.Unit.ShouldBe("亿元"), i => i.Task.ShouldBe(told.Task(44)),
            i => i.LeadUnits.ShouldBe(["units/industry-information"]), i => i.Observations.ShouldBeEmpty());
        indicator.Targets.Select(t => $"{t.Quarter} {t.YearToDateValue} {t.PeriodValue} {t.Comparator} {t.Commitment[^1]}")
            .ShouldBe(["1 120.5 120.5 GE 2", "2 300 179.5 GE 3", "3 470 170 GE 4", "4 630 160 GE 1", "4 630 160 GE 5"]);
    }

    [Fact]
    public async Task TaskIssued_SameMessageTwiceAndSameTaskAgain_OpensItOnce()
    {
        var told = new Told(service.NewPlan());
        var id = Guid.NewGuid();
        await service.Events.SendAsync(told.Investment(), id);
        await service.Events.SendAsync(told.Investment(), id);
        await service.Events.SendAsync(told.Investment());

        var list = await service.Client().ListIndicatorsAsync(new() { Plan = $"plans/{told.Plan}" }, cancellationToken: TestContext.Current.CancellationToken);

        list.Indicators.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task TaskIssued_NoQuantity_OpensNothing()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Issued(3));

        var list = await service.Client().ListIndicatorsAsync(new() { Task = told.Task(3) }, cancellationToken: TestContext.Current.CancellationToken);

        list.Indicators.ShouldBeEmpty();
    }
}
