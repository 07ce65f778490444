using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Indicators.Series;
using Suite.Indicators.V1;
using Suite.Tasks.Decomposition;
using Suite.Testing;
using Accumulation = Suite.Indicators.Series.Accumulation;

namespace Suite.Indicators.Tests.Targets;

public sealed class ContradictionTests(IndicatorsService service)
{
    static Promise P(int ordinal, decimal value, Accumulation accumulation, bool annual = false, string unit = "亿元", string comparator = "EQ", string measure = "完成投资", params int[] quarters) =>
        new($"c/{ordinal}", annual, "", measure, unit, value, comparator, accumulation, false, quarters, false);

    [Fact]
    public void Of_QuartersThatAddUpInAnotherMagnitude_IsSilent() =>
        All(P(1, 1.3m, Accumulation.Cumulative, true, "万人", measure: "新增创业"), P(2, 3000, Accumulation.InPeriod, false, "人", measure: "促进创业", quarters: 1),
            P(3, 3500, Accumulation.InPeriod, false, "人", measure: "促进创业", quarters: 2), P(4, 3500, Accumulation.InPeriod, false, "人", measure: "促进创业", quarters: 3),
            P(5, 3000, Accumulation.InPeriod, false, "人", measure: "促进创业", quarters: 4)).ShouldBeEmpty();

    [Fact]
    public void Of_QuartersThatDoNotAddUp_ShowsBoth() =>
        All(P(1, 100, Accumulation.Cumulative, true), P(2, 20, Accumulation.InPeriod, quarters: 1), P(3, 20, Accumulation.InPeriod, quarters: 2), P(4, 20, Accumulation.InPeriod, quarters: 3),
            P(5, 20, Accumulation.InPeriod, quarters: 4)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.One.ShouldBe(100), c => c.Other.ShouldBe(80), c => c.OtherCommitments.Count.ShouldBe(4));

    [Fact]
    public void Of_MoreThanAtLeast_IsNoContradiction()
    {
        All(P(1, 100, Accumulation.Cumulative, true, comparator: "GE"), P(2, 120, Accumulation.Cumulative, quarters: 4)).ShouldBeEmpty();
        All(P(1, 100, Accumulation.Cumulative, true, comparator: "GE"), P(2, 90, Accumulation.Cumulative, quarters: 4)).ShouldHaveSingleItem();
    }

    [Fact]
    public void Of_FallingYearToDate_IsFound() =>
        All(P(1, 50, Accumulation.Cumulative, quarters: 2), P(2, 40, Accumulation.Cumulative, quarters: 3)).ShouldHaveSingleItem().Quarter.ShouldBe(3);

    [Fact]
    public async Task List_OfTheRealPlan_HasThoseThatContradictThemselves()
    {
        Assert.SkipWhen(Repository.Shared("seeds/key-work-table-2024.txt") is null, "Not run: ../shared (the real table) is not at hand.");
        var told = new Told(service.NewPlan());
        var tasks = new PlanReader().Read(await File.ReadAllTextAsync(Repository.Shared("seeds/key-work-table-2024.txt")!)).Tasks;
        foreach (var task in tasks.Where(t => t.Number is 9 or 45 or 51 or 81 or 118 or 48 or 173)) await service.Events.SendAsync(RealPlan.Issued(told, task));

        var found = await new TargetService.TargetServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office))).ListContradictionsAsync(new() { Plan = $"plans/{told.Plan}" });

        var sums = await SumsAsync(told);
        sums.ShouldBe([(9, "7"), (9, "4.5"), (45, "1400"), (51, "72"), (51, "40"), (51, "40"), (81, "100"), (118, "13000")], ignoreOrder: true);
        found.Contradictions.Select(c => int.Parse(c.Task.Split('/')[3])).Distinct().ShouldBe([48, 173]);
        found.Contradictions.Where(c => c.Task.EndsWith("/48", StringComparison.Ordinal)).ShouldContain(c => new[] { c.OneValue, c.OtherValue }.Order().SequenceEqual(new[] { "92", "92.15" }));
        found.Contradictions.Where(c => c.Task.EndsWith("/173", StringComparison.Ordinal)).ShouldContain(c => new[] { c.OneValue, c.OtherValue }.Order().SequenceEqual(new[] { "22", "25" }));
        // All commitments of the plan become series, and few contradict one another.
        var all = tasks.SelectMany(t => SeriesBuilder.Groups([.. RealPlan.Promises(told, t)])).ToList();
        all.Sum(g => g.Count).ShouldBe(tasks.Sum(t => t.TargetCommitments.Count + t.Schedule.Sum(s => s.Commitments.Count)));
        all.Count(g => Contradictions.Of(g).Count > 0).ShouldBeInRange(1, 20);
    }

    [Fact]
    public async Task Target_ByHand_CountsOnceSomebodyElseApproved()
    {
        var figured = new Figured(service);
        var series = await figured.SeriesAsync();
        TargetService.TargetServiceClient Office(string account) => new(service.Host.GrpcInvoker(TestTokens.For(account, [Role.Office])));
        var proposed = await Office("one").ProposeTargetAsync(new() { Series = series, Period = "2024", Value = "120", Why = "年度计划" });

        (await Figured.ProblemAsync(() => Office("one").DecideTargetAsync(new() { Name = proposed.Name, Decision = TargetState.Approved }))).Reason.ShouldBe(Reason.IllegalStep);
        (await Office("other").DecideTargetAsync(new() { Name = proposed.Name, Decision = TargetState.Approved })).ShouldSatisfyAllConditions(
            t => t.Decider.ShouldBe("other"), t => t.Period.ShouldBe("2024-12"), t => t.Comparator.ShouldBe("GE"));
        (await Figured.ProblemAsync(() => Office("third").DecideTargetAsync(new() { Name = proposed.Name, Decision = TargetState.Rejected }))).Reason.ShouldBe(Reason.IllegalStep);

        await figured.RecordAsync(series, new FigureInput { Period = "2024-06", YearToDateValue = "45" });
        var judged = await new JudgementService.JudgementServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Observer))).JudgeSeriesAsync(new() { Series = series, Period = "2024-06" });
        judged.ShouldSatisfyAllConditions(j => j.Completion.ShouldBe("37.5"), j => j.TimeShare.ShouldBe("50"), j => j.Gap.ShouldBe("12.5"), j => j.Light.ShouldBe("YELLOW"));
        (await Office("one").ListTargetsAsync(new() { Series = series })).Targets.ShouldHaveSingleItem().State.ShouldBe(TargetState.Approved);
    }

    /// <summary>The year's total of every series whose four quarters are each told: the sum of the quarters.</summary>
    async Task<List<(int Task, string Total)>> SumsAsync(Told told)
    {
        var (client, sums) = (service.Client(), new List<(int, string)>());
        foreach (var listed in (await client.ListIndicatorsAsync(new() { Plan = $"plans/{told.Plan}", PageSize = 100 })).Indicators)
        {
            var indicator = await client.GetIndicatorAsync(new() { Name = listed.Name });
            var number = int.Parse(indicator.Task.Split('/')[3]);
            var quarters = indicator.Targets.Where(t => t.PeriodValue.Length > 0).GroupBy(t => t.Quarter).Select(q => q.Select(t => decimal.Parse(t.PeriodValue)).ToList()).ToList();
            if (number is 48 or 173 || quarters.Count < 4) continue;
            var last = indicator.Targets.Where(t => t.Quarter == 4).Select(t => decimal.Parse(t.YearToDateValue)).Distinct().ShouldHaveSingleItem(indicator.Name);
            quarters.Sum(q => q[0]).ShouldBe(last, indicator.Name);
            sums.Add((number, last.ToString("0.##")));
        }

        return sums;
    }

    static List<Suite.Indicators.Series.Contradiction> All(params Promise[] promises) => [.. SeriesBuilder.Groups(promises).SelectMany(Contradictions.Of)];
}
