using Suite.Auth.V1;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>What supporting units and members handed in, and what happened beside the reports.</summary>
public sealed class ContributionTests(YearRun year)
{
    [Fact]
    public async Task EveryHelper_AtYearsEnd_HasWhatItsPeopleHandedIn()
    {
        var ledger = await year.Ledger;
        var expected = 0;
        var left = year.Cases.Handovers.Select(h => h.From).ToHashSet();
        foreach (var helper in year.Helpers)
            foreach (var quarter in helper.Quarters.Where(helper.Answers))
            {
                var report = ledger.Of(helper, quarter);
                if (helper.Temper(quarter).Habit == Habit.Silent)
                {
                    report.ShouldBeNull();
                    continue;
                }

                expected++;
                report.ShouldNotBeNull().State.ShouldBe(ProgressState.Accepted, helper.NameOf(quarter));
                (report.Role, report.Revision).ShouldBe((helper.Part!.Role, helper.Temper(quarter).Habit == Habit.ReturnedOnce ? 2 : 1), report.Name);
                // Whoever has handed a part over owes nothing in it any more: of its reports no date is told.
                if (!left.Contains(helper)) report.LateDays.ShouldBe(helper.Temper(quarter).DaysLate, report.Name);
            }

        ledger.Contributions.Count.ShouldBe(expected);
        expected.ShouldBeGreaterThan(100);
        ledger.Contributions.Select(c => c.Role).Distinct().Count().ShouldBe(2);
        ledger.Contributions.Where(c => c.Role == AssignmentRole.Support).ShouldAllBe(c => c.Light == Light.Unspecified && c.SuggestedLight == Light.Unspecified);
    }

    [Fact]
    public async Task Contributions_OfAmounts_AddUpOverTheQuartersAlsoAcrossAHandOver()
    {
        var ledger = await year.Ledger;
        var compared = 0;
        var before = year.Cases.Handovers.ToDictionary(h => h.To, h => h.From);
        foreach (var helper in year.Helpers.Where(h => h.Part!.Active))
            foreach (var quarter in helper.Quarters.Where(q => q > 1 && helper.Answers(q)))
            {
                var earlier = before.TryGetValue(helper, out var from) && from.Answers(quarter - 1) ? from : helper;
                if (ledger.Of(helper, quarter) is not { } report || ledger.Of(earlier, quarter - 1) is not { } last) continue;
                foreach (var (promise, figure) in ledger.Figures(report).Where(f => f.Promise.AddsUp))
                    if (last.Figures.SingleOrDefault(f => f.Commitment == figure.Commitment) is { } had)
                    {
                        figure.YearToDate().ShouldBe(had.YearToDate() + figure.Period(), report.Name);
                        compared++;
                    }
            }

        compared.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task LeadUnits_ThatTookWordsOver_SayFromWhom()
    {
        var ledger = await year.Ledger;
        var taking = year.Desks.Where(d => d.Quarters.Contains(2) && d.Temper(2).Habit != Habit.Silent && d.TakesOver[2].Any()).ToList();
        taking.Count.ShouldBeGreaterThan(5);
        foreach (var desk in taking)
            ledger.Of(desk, 2).ShouldNotBeNull().Sources.Select(s => s.Revision).ShouldBe(desk.TakesOver[2].Select(name => $"{name}/revisions/1"), ignoreOrder: true);
    }

    [Fact]
    public async Task Adjustments_Decided_ShowInEveryLaterReportOfTheirTask()
    {
        var ledger = await year.Ledger;
        var office = new AdjustmentService.AdjustmentServiceClient(year.Suite.As(Role.Office));
        year.Cases.Adjustments.Count.ShouldBe(6);
        foreach (var (name, desk, approved) in year.Cases.Adjustments)
        {
            (await office.GetAdjustmentAsync(new() { Name = name })).State.ShouldBe(approved ? AdjustmentState.InForce : AdjustmentState.Refused, name);
            // Asked for in May: the first quarter's report was accepted before.
            foreach (var report in desk.Quarters.Select(q => ledger.Of(desk, q)).OfType<ProgressReport>())
                report.Adjustments.Any(a => a.Name == name).ShouldBe(approved && report.Quarter > 1, report.Name);
        }
    }

    [Fact]
    public async Task Instructions_AnsweredLate_AreAnswered()
    {
        var office = new InstructionService.InstructionServiceClient(year.Suite.As(Role.Office));
        year.Cases.Instructions.Count.ShouldBe(3);
        foreach (var name in year.Cases.Instructions)
        {
            var instruction = await office.GetInstructionAsync(new() { Name = name });
            (instruction.State, instruction.Overdue).ShouldBe((InstructionState.Answered, false), name);
            instruction.Steps[^1].Time.ToDateTime().ShouldBeGreaterThan(new DateTime(2024, 5, 21, 0, 0, 0, DateTimeKind.Utc));
        }
    }
}
