using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Laws;

/// <summary>Printing a plan and reading it is the identity; noise in the print changes nothing.</summary>
public sealed class PrintTests
{
    private static readonly Arbitrary<(PlanDocument Plan, int Seed)> WithSeed =
        Plans.All().Generator.SelectMany(p => Gen.Choose(0, 1_000_000).Select(s => (p, s))).ToArbitrary();

    [Fact]
    public void Read_GeneratedPlanPrinted_IsThatPlan() => Prop.ForAll(Plans.All(), plan =>
    {
        var read = Read(plan, PlanPrinter.Print(plan));
        Same(Bare(read), plan);
        Same(Read(plan, PlanPrinter.Print(read)), read);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_GeneratedPlanPrintedWithNoise_IsThatPlan() => Prop.ForAll(WithSeed, noisy =>
    {
        var printed = PlanPrinter.Print(noisy.Plan);
        Same(Read(noisy.Plan, Noise.PageBreaks(Noise.Spaces(printed, noisy.Seed), noisy.Seed)), Read(noisy.Plan, printed));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_TablesAtHandPrinted_AreTheSamePlans()
    {
        foreach (var table in Tables.All())
        {
            var plan = new PlanReader().Read(table);
            Same(Read(plan, PlanPrinter.Print(plan)), plan);
        }
    }

    private static PlanDocument Read(PlanDocument people, string text) =>
        new PlanReader(new ReaderOptions([.. people.Tasks.SelectMany(t => t.Leaders).Select(l => l.Name).Distinct()])).Read(text);

    /// <summary>Without what is only found by reading: the amounts, and the documents a requirement names.</summary>
    private static PlanDocument Bare(PlanDocument plan) => plan with
    {
        Tasks =
        [
            .. plan.Tasks.Select(t => t with
            {
                Requirement = new RequirementText(t.Requirement.Text, [], []),
                TargetCommitments = [],
                Schedule = [.. t.Schedule.Select(i => i with { Commitments = [] })],
            }),
        ],
    };

    private static void Same(PlanDocument read, PlanDocument plan)
    {
        var (before, after) = (PlanFacts.Of(plan).ToList(), PlanFacts.Of(read).ToList());
        before.Except(after).Select(f => $"lost: {f}").Concat(after.Except(before).Select(f => $"new: {f}")).Take(20).ShouldBeEmpty();
        after.ShouldBe(before);
    }
}
