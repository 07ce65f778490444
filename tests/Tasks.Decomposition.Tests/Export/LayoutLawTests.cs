using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>Reading the table a plan is laid out in gives the same plan, whatever plan a reader can make.</summary>
public sealed class LayoutLawTests
{
    [Fact]
    public void Layout_Sample_ReadsAsTheSamePlan() => HoldsFor(Samples.Table);

    [Fact]
    public void Layout_RealTable_ReadsAsTheSamePlan()
    {
        Assert.SkipUnless(SharedFiles.Table is not null, SharedFiles.Absent);
        HoldsFor(File.ReadAllText(SharedFiles.Table!));
    }

    [Fact]
    public void Layout_SeedPlan_ReadsAsTheSamePlan() => HoldsFor(File.ReadAllText(Seeds.Plan));

    [Theory]
    [MemberData(nameof(OtherLayouts.All), MemberType = typeof(OtherLayouts))]
    public void Layout_OfAnotherKind_ReadsAsTheSamePlan(string kind, string table) => HoldsFor(table, kind);

    [Fact]
    public void Layout_AnyPlan_ReadsAsTheSamePlan() => Prop.ForAll(SomeTables.Any(), text => HoldsFor(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void HoldsFor(string text, string? about = null)
    {
        var plan = new PlanReader().Read(text);
        new PlanReader().Read(TextForm.Write(Exported.Layout(plan))).ShouldBeTheSamePlanAs(plan, about);
    }
}
