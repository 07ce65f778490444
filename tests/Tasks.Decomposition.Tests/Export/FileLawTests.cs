using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Export.Files;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>Reading an exported file gives the plan that was exported.</summary>
public sealed class FileLawTests
{
    public static TheoryData<string> Formats => [ExportFormat.Docx.Extension, ExportFormat.Xlsx.Extension];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_ExportOfTheSample_IsTheSamePlan(string format) => HoldsFor(Samples.Table, format);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_ExportOfTheSeedPlan_IsTheSamePlan(string format) => HoldsFor(File.ReadAllText(Seeds.Plan), format);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_ExportOfTheRealTable_IsTheSamePlan(string format)
    {
        Assert.SkipUnless(SharedFiles.Table is not null, SharedFiles.Absent);
        HoldsFor(File.ReadAllText(SharedFiles.Table!), format);
    }

    [Theory]
    [MemberData(nameof(OtherLayouts.All), MemberType = typeof(OtherLayouts))]
    public void Read_ExportOfAnotherLayout_IsTheSamePlan(string kind, string table)
    {
        kind.ShouldNotBeEmpty();
        HoldsFor(table, ExportFormat.Docx.Extension);
        HoldsFor(table, ExportFormat.Xlsx.Extension);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_ExportOfAnyPlan_IsTheSamePlan(string format) =>
        Prop.ForAll(SomeTables.Any(), text => HoldsFor(text, format)).Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    private static void HoldsFor(string text, string format)
    {
        var plan = new PlanReader().Read(text);
        var file = format == ExportFormat.Docx.Extension ? ExportFormat.Docx : ExportFormat.Xlsx;
        new PlanReader().Read(file.Write(Exported.Layout(plan))).ShouldBeTheSamePlanAs(plan, format);
    }
}
