using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Reporting.Facts;

namespace Suite.Reporting.Tests.Facts;

public sealed class TaskStandingTests
{
    static readonly KnownTask Task = Sample.Task(1);

    [Fact]
    public void Of_ReturnedAndNotSentAgain_IsNotReported() => Standing([Step(1, ReportStepKind.Submitted), Step(1, ReportStepKind.Returned)]).Reported.ShouldBeFalse();

    [Fact]
    public void Of_SentAgainAfterAReturn_IsReported() =>
        Standing([Step(2, ReportStepKind.Submitted), Step(1, ReportStepKind.Returned), Step(1, ReportStepKind.Submitted)]).Reported.ShouldBeTrue();

    [Fact]
    public void Of_AcceptedWithoutItsSubmissionHeardOf_IsReported()
    {
        var standing = Standing([], Sample.Accepted(Task, Light.Yellow));

        standing.Reported.ShouldBeTrue();
        standing.Light.ShouldBe(Light.Yellow);
        standing.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Of_SubmittedOnly_IsStillMissing() => Standing([Step(1, ReportStepKind.Submitted)]).Missing.ShouldHaveSingleItem();

    [Fact]
    public void Of_AnyOrderOfSteps_StandsTheSame()
    {
        var history = Gen.Elements(ReportStepKind.Submitted, ReportStepKind.Returned).Zip(Gen.Choose(1, 4)).ArrayOf()
            .SelectMany(steps => Gen.Shuffle(steps).Select(shuffled => (steps, shuffled)));
        Prop.ForAll(history.ToArbitrary(), pair =>
            Standing(pair.steps.Select(s => Step(s.Item2, s.Item1))).Reported == Standing(pair.shuffled.Select(s => Step(s.Item2, s.Item1))).Reported)
            .QuickCheckThrowOnFailure();
    }

    static TaskStanding Standing(IEnumerable<ReportStep> steps, params AcceptedReport[] accepted) => TaskStanding.Of(Task, 2, [], steps, accepted);

    static ReportStep Step(int revision, ReportStepKind kind) => new()
    {
        Report = $"{Task.Name}/reports/a-q2", Revision = revision, Kind = kind, Task = Task.Name, Plan = Task.Plan, Quarter = 2, UnitName = "单位", Time = Sample.Now,
    };
}
