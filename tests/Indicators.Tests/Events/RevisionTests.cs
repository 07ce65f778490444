using Shouldly;
using Suite.Contracts.Events.V1;
using Suite.Indicators.V1;

namespace Suite.Indicators.Tests.Events;

/// <summary>What accepted changes of a plan's edition do to series.</summary>
public sealed class RevisionTests(IndicatorsService service)
{
    [Fact]
    public async Task TaskRevised_OtherAmount_ChangesTheSeriesAndKeepsWhatWasReported()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Investment());
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 130, 130));
        await service.Events.SendAsync(told.Revised(More(told)));

        var indicator = await GetAsync(told, "44-1");
        Points(indicator).ShouldBe(["1 120.5", "2 350", "4 700", "4 700"]);
        (indicator.Withdrawn, indicator.Observations.Single().YearToDateValue).ShouldBe((false, "130"));
    }

    [Fact]
    public async Task TaskRevised_Withdrawn_CountsNoMoreAndCanStillBeRead()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Investment());
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 130, 130));
        await service.Events.SendAsync(told.Revised(told.Investment(), withdrawn: true));

        (await ListAsync(told, withdrawn: false)).ShouldBeEmpty();
        (await ListAsync(told, withdrawn: true)).ShouldHaveSingleItem().Withdrawn.ShouldBeTrue();
        var indicator = await GetAsync(told, "44-1");
        (indicator.Withdrawn, indicator.Targets.Count, indicator.Observations.Count).ShouldBe((true, 5, 1));
    }

    [Fact]
    public async Task TaskRevised_NewMeasureAndOneGone_OpensOneAndMarksTheOther()
    {
        var told = new Told(service.NewPlan());
        var exports = told.Commitment(44, 6, 80, "CUMULATIVE", 4) with { Measure = "完成外贸出口" };
        await service.Events.SendAsync(told.Investment());
        await service.Events.SendAsync(told.Revised(told.Issued(44, exports)));
        // A report on the commitment that is gone was accepted before, and comes late.
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 130, 130));

        (await ListAsync(told, withdrawn: true)).Select(i => $"{i.Name[^1]} {i.DisplayName} {i.Withdrawn}").ShouldBe(["1 完成工业投资 True", "2 完成外贸出口 False"]);
        (await GetAsync(told, "44-1")).Observations.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Events_InAnyOrder_EndTheSame()
    {
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var told = new Told(service.NewPlan());
            object[] story = [told.Investment(), told.Revised(More(told)), told.Revised(told.Investment(), revision: 2), told.Accepted(44, 1, 2, 130, 130), told.Revised(More(told), revision: 3)];
            new Random(seed).Shuffle(story);
            await Task.WhenAll(story.Select(message => service.Events.SendAsync(message)));

            var indicator = await GetAsync(told, "44-1");
            Points(indicator).ShouldBe(["1 120.5", "2 350", "4 700", "4 700"], $"seed {seed}");
            (indicator.Withdrawn, indicator.Observations.Count).ShouldBe((false, 1));
        }
    }

    static TaskIssued More(Told told) => told.Issued(
        44, told.Commitment(44, 1, 700, "CUMULATIVE", 1, 2, 3, 4) with { Annual = true }, told.Commitment(44, 2, 120.5m, "CUMULATIVE", 1),
        told.Commitment(44, 3, 350, "CUMULATIVE", 2), told.Commitment(44, 5, 700, "CUMULATIVE", 4));

    static IEnumerable<string> Points(Indicator indicator) => indicator.Targets.Select(t => $"{t.Quarter} {t.YearToDateValue}");

    async Task<Indicator> GetAsync(Told told, string id) =>
        await service.Client().GetIndicatorAsync(new() { Name = $"indicators/{told.Plan}-{id}" }, cancellationToken: TestContext.Current.CancellationToken);

    async Task<IEnumerable<Indicator>> ListAsync(Told told, bool withdrawn) => (await service.Client().ListIndicatorsAsync(
        new() { Plan = $"plans/{told.Plan}", ShowWithdrawn = withdrawn }, cancellationToken: TestContext.Current.CancellationToken)).Indicators;
}
