using Shouldly;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Steps;
using Suite.Testing;

namespace Suite.Tasks.Tests.Steps;

public sealed class StatesPageTests
{
    [Fact]
    public void Page_InDocs_IsUpToDate()
    {
        var file = Path.Combine(Repository.Root, "docs", "states.md");
        var page = StatesPage.Of(StepTables.All, RightsMatrix.Methods);
        if (Environment.GetEnvironmentVariable("SUITE_WRITE_DOCS") == "1") File.WriteAllText(file, page);
        (File.Exists(file) ? File.ReadAllText(file) : "").ShouldBe(page, "docs/states.md is old: run this test with SUITE_WRITE_DOCS=1 to write it anew.");
    }

    [Fact]
    public void Tables_EveryState_CanBeReached()
    {
        foreach (var table in StepTables.All)
            table.States.Except(table.Rows.SelectMany(r => r.To)).Except(["DRAFT", "PENDING", "OPEN"]).ShouldBeEmpty(table.Type);
    }
}
