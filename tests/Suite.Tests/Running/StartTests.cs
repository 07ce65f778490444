using System.IO.Compression;

namespace Suite.Tests.Running;

/// <summary>What <c>./run --once</c> does on an empty data folder, and on what it left.</summary>
public sealed class StartTests(SuiteFixture suite)
{
    [Fact]
    public void FirstStart_EmptyDataFolder_EndsWithZeroAndTellsWhatItUnderstood()
    {
        suite.First.ExitCode.ShouldBe(0, suite.First.Output);
        suite.First.Output.ShouldContain("tasks 349 of 349");
        foreach (var said in new[] { "schedule items ", "commitments ", "unit names resolved ", "people resolved ", "issued: " })
            suite.First.Output.ShouldContain(said);
    }

    [Fact]
    public void FirstStart_Bulletin_IsADocumentInTheOutFolder()
    {
        var bulletin = System.IO.Directory.GetFiles(suite.OutFolder, "*.docx").ShouldHaveSingleItem();
        using var package = ZipFile.OpenRead(bulletin);
        package.GetEntry("word/document.xml").ShouldNotBeNull();
    }

    [Fact]
    public void FirstStart_Ended_LeavesNoProcessBehind() => suite.LeftBehind.ShouldBeEmpty();

    [Fact]
    public void FirstStart_Passwords_AreNotInTheLogs() =>
        string.Join('\n', System.IO.Directory.GetFiles(Path.Combine(suite.DataFolder, "logs")).Select(ReadShared))
            .ShouldNotContain(SuiteFixture.DemoAccountsPassword);

    [Fact]
    public void SecondStart_SameData_TakesUnderAMinute() => suite.SecondTook.ShouldBeLessThan(TimeSpan.FromSeconds(60));

    [Fact]
    public void SecondStart_SameData_DoesNothingTwiceAndSaysSo()
    {
        suite.SecondExitCode.ShouldBe(0, suite.SecondWalk);
        foreach (var said in new[] { "nothing was imported again", "issued before: ", "nothing was reported again", "bulletin was made before" })
            suite.SecondWalk.ShouldContain(said);
    }

    [Fact]
    public async Task SecondStart_SameData_LeavesOnePlanAndOneBulletin()
    {
        var office = await suite.Accounts.Office;
        var plans = await suite.Json.ListAsync("v1/plans", "plans", office);
        plans.Count(p => p["name"]!.GetValue<string>() == "plans/2024").ShouldBe(1);
        // Another journey may have made a league's table on this plan.
        (await suite.Json.ListAsync("v1/reports?plan=plans/2024", "reports", office)).Count(r => r["kind"]!.GetValue<string>() == "REPORT_KIND_BULLETIN").ShouldBe(1);
    }

    [Theory]
    [InlineData("Unknown option", "--nonsense")]
    [InlineData("no readable plan document", "--plan", "/nowhere/plan.txt")]
    [InlineData("needs a file name", "--plan")]
    public async Task Run_WrongOption_IsExplainedInASentence(string said, params string[] arguments)
    {
        var run = await OnceRun.StartAsync(new Dictionary<string, string>(), arguments);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain(said);
    }

    static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return new StreamReader(stream).ReadToEnd();
    }
}
