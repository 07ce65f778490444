using FsCheck;
using FsCheck.Fluent;

namespace Suite.Aspire.Hosting.Tests;

public sealed class SmallPartsTests
{
    [Fact]
    public void Next_ManyPortsFromTwoHosts_AreAllDifferentAndFree()
    {
        using var one = new LoopbackPorts();
        using var other = new LoopbackPorts();
        int[] ports = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? one.Next() : other.Next())];

        ports.Distinct().Count().ShouldBe(ports.Length);
        ports.ShouldAllBe(port => port >= 15000 && port < 32000);
    }

    [Fact]
    public void GetDefaultValue_AnyLength_HasThatLengthAndEveryKindOfCharacter() =>
        Prop.ForAll(Gen.Choose(0, 60).ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (length, special) =>
        {
            var value = new GenerateParameterDefault { MinLength = length, Special = special }.GetDefaultValue();
            return value.Length == Math.Max(12, length) && value.Any(char.IsAsciiLetterLower) && value.Any(char.IsAsciiLetterUpper)
                && value.Any(char.IsAsciiDigit) && value.All(char.IsAsciiLetterOrDigit) != special;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AddParameter_Persisted_KeepsTheFirstValueAndObeysAConfiguredOne()
    {
        using var data = new TemporaryFolder();
        var first = ValueWith("--Parameters:password=given");
        ValueWith().ShouldBe(first);
        ValueWith("--Parameters:password=other").ShouldBe("other");
        ValueWith().ShouldBe("given");

        string ValueWith(params string[] args) => DistributedApplicationTestingBuilder.Create([data.Setting, .. args])
            .AddParameter("password", new GenerateParameterDefault(), secret: true, persist: true).Resource.Value;
    }

    [Fact]
    public void StopOrder_ReferencesAndWaits_PutsDependentsFirst()
    {
        var server = new PostgresServerResource("postgres");
        var database = new PostgresDatabaseResource("db", "db", server);
        database.WaitsFor.Add(server);
        var one = new RabbitMQServerResource("one");
        var two = new RabbitMQServerResource("two");
        one.WaitsFor.Add(database);
        two.References.Add(one);
        // Two that refer to each other must not make it run forever.
        one.References.Add(two);

        var order = new LocalModel([server, database, one, two], "/").StopOrder().SelectMany(group => group).ToList();

        order.IndexOf(one).ShouldBeLessThan(order.IndexOf(database));
        order.IndexOf(database).ShouldBeLessThan(order.IndexOf(server));
        order.Count.ShouldBe(4);
    }

    [Fact]
    public void Print_Terminal_RedrawsTheListBelowTheLines()
    {
        var written = new StringWriter();
        var screen = new Screen(written, isLive: true) { Footer = ["postgres  Running"] };
        screen.Print(["a line"]);

        var text = written.ToString();
        text.ShouldEndWith("postgres  Running\n");
        text.ShouldContain("\u001b[2A\u001b[0Ja line\n");
    }

    [Fact]
    public void Print_NoTerminal_WritesPlainLinesOnly()
    {
        var written = new StringWriter();
        var screen = new Screen(written, isLive: false) { Footer = ["postgres  Running"] };
        screen.Print(["a line"]);

        written.ToString().ShouldBe("a line\n");
    }

    [Fact]
    public void Write_ColouredLine_IsKeptPlainAndTheOlderFileToo()
    {
        using var data = new TemporaryFolder();
        using (var before = new ResourceLog(data.Path, "x", _ => { }))
            before.Write("before");
        var shown = new List<string>();
        using (var log = new ResourceLog(data.Path, "x", shown.Add))
            log.Write("\u001b[38;5;87mnotice\u001b[0m");

        shown.ShouldBe(["notice"]);
        File.ReadAllText(Path.Combine(data.Path, "x.log")).ShouldBe("notice\n");
        File.ReadAllText(Path.Combine(data.Path, "x.previous.log")).ShouldBe("before\n");
    }

    [Fact]
    public async Task ClearAsync_NotedProcessStillRuns_WaitsForItsEnd()
    {
        using var data = new TemporaryFolder();
        var running = new RunningProcesses(data.Path);
        using var left = System.Diagnostics.Process.Start("sleep", "1.5");
        running.Note("left", left.Id);
        var said = new List<string>();

        await running.ClearAsync(said.Add);

        left.HasExited.ShouldBeTrue();
        said.ShouldBeEmpty();
        Directory.EnumerateFiles(data.Path).ShouldBeEmpty();
    }
}
