using Shouldly;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Progress;
using Suite.Tasks.Rules;

namespace Suite.Tasks.Tests.Obligations;

public sealed class ObligationRulesTests
{
    static readonly TaskName Task = new("p", 1);
    static readonly ReportName First = new(Task, "humen", 1);

    [Fact]
    public void Of_LeadUnit_OwesAcknowledgementAndAReportForEachQuarterDue() =>
        Of(AssignmentRole.Lead, [2, 4]).Select(o => (o.Key.Kind, $"{o.Key.Period}", CityTime.Text(o.DueOn))).ShouldBe(
        [
            (ObligationKind.Acknowledge, "", "2024-03-08"), (ObligationKind.Report, "q2", "2024-07-12"), (ObligationKind.Report, "q4", "2025-01-15"),
        ]);

    [Fact]
    public void Of_SupportingUnit_OwesAContributionBeforeTheLeadUnitsReport() =>
        Of(AssignmentRole.Support, [2, 4]).Select(o => (o.Key.Kind, $"{o.Key.Period}", CityTime.Text(o.DueOn), o.Role)).ShouldBe(
        [
            (ObligationKind.Acknowledge, "", "2024-03-08", AssignmentRole.Support), (ObligationKind.Contribute, "q2", "2024-07-05", AssignmentRole.Support),
            (ObligationKind.Contribute, "q4", "2025-01-08", AssignmentRole.Support),
        ]);

    [Fact]
    public void Of_Member_OwesItsOwnReportBeforeTheLeadUnits() =>
        Of(AssignmentRole.GroupMember, [1]).Select(o => (o.Key.Kind, CityTime.Text(o.DueOn))).ShouldBe([(ObligationKind.Acknowledge, "2024-03-08"), (ObligationKind.Report, "2024-04-08")]);

    [Fact]
    public void Of_UnitWithAnotherPartNow_OwesItsReportAllTheSame() =>
        Of(AssignmentRole.Lead, [1], Step(1, ProgressState.Submitted, 4, 1) with { Role = AssignmentRole.Support })[1].IsOpen.ShouldBeTrue();

    [Theory]
    [InlineData(ProgressState.Submitted, false)]
    [InlineData(ProgressState.Returned, true)]
    public void Of_UnitThatTookOver_OwesWhatItsPredecessorHasNotHandedIn(ProgressState last, bool open)
    {
        var before = new ReportMoment(new(Task, "old", 1), AssignmentRole.Lead, 1, ProgressState.Submitted, new(2024, 4, 1, 8, 0, 0, TimeSpan.Zero));
        Of(AssignmentRole.Lead, [1], before, before with { Ordinal = 2, State = last })[1].IsOpen.ShouldBe(open);
    }

    [Fact]
    public void Of_ReportReturnedTwice_IsOwedAgainEachTime()
    {
        var owed = Of(AssignmentRole.Lead, [1],
            Step(1, ProgressState.Draft, 4, 8), Step(2, ProgressState.Submitted, 4, 10), Step(3, ProgressState.Returned, 4, 12),
            Step(4, ProgressState.Submitted, 4, 15), Step(5, ProgressState.Returned, 4, 16)).Skip(1).ToList();
        owed.Select(o => (o.Key.Kind, o.Key.Round, CityTime.Text(o.DueOn), o.IsOpen)).ShouldBe(
        [
            (ObligationKind.Report, 0, "2024-04-15", false), (ObligationKind.Resubmit, 1, "2024-04-17", false), (ObligationKind.Resubmit, 2, "2024-04-19", true),
        ]);
        owed[1].MetAt.ShouldBe(Step(4, ProgressState.Submitted, 4, 15).Time);
    }

    static List<Obligation> Of(AssignmentRole role, int[] quarters, params ReportMoment[] moments)
    {
        var dates = new DueDates(new(OfficialYears.All), new([(new(1900, 1, 1), new InForce<DeadlineRule>(1, DeadlineRule.First))]));
        return [.. new ObligationRules(dates, t => DateOnly.FromDateTime(t.DateTime)).Of(new(Task, 2024, "humen", "虎门镇", role, [.. quarters.Select(ReportPeriod.OfQuarter)], new(2024, 3, 1), null), moments)];
    }

    static ReportMoment Step(int ordinal, ProgressState state, int month, int day) => new(First, AssignmentRole.Lead, ordinal, state, new(2024, month, day, 8, 0, 0, TimeSpan.Zero));
}
