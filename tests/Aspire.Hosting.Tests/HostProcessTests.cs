using System.Diagnostics;

namespace Suite.Aspire.Hosting.Tests;

/// <summary>The host as its users start it: a process with arguments, signals, an exit code, and children.</summary>
public sealed class HostProcessTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task Once_WorkerEnds_HostStopsEverythingAndEndsWithItsCode(int code)
    {
        using var data = new TemporaryFolder();
        using var host = new HostProcess(data, ["--HOST_RESOURCES=postgres,worker", $"--WORKER_CODE={code}", "--once"]);

        (await host.EndAsync()).ShouldBe(code);

        host.Output.ShouldContain("worker   | echo says echo");
        (await File.ReadAllTextAsync(Path.Combine(data.Path, "logs", "worker.log"), Support.Cancelled)).ShouldBe("echo says echo\n");
        HostProcess.ProcessesOn(data).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.Interrupt)]
    public async Task Signal_EverythingRuns_StopsDependentsFirstAndLeavesNoProcess(int signal)
    {
        using var data = new TemporaryFolder();
        using var host = new HostProcess(data, ["--HOST_RESOURCES=postgres,rabbitmq"]);
        await host.SaysAsync("echo      Healthy");

        host.Signal(signal);

        (await host.EndAsync()).ShouldBe(0);
        host.IndexOf("echo      Exited").ShouldBeLessThan(host.IndexOf("postgres  Stopping"));
        host.IndexOf("echo      Exited").ShouldBeLessThan(host.IndexOf("rabbitmq  Stopping"));
        HostProcess.ProcessesOn(data).ShouldBeEmpty();
    }

    [Fact]
    public async Task Signal_WhileStillStarting_LeavesNoProcess()
    {
        using var data = new TemporaryFolder();
        using var host = new HostProcess(data, ["--HOST_RESOURCES=postgres,rabbitmq,worker", "--once"]);
        await host.SaysAsync("rabbitmq  Running");

        host.Signal(Signals.Terminate);

        (await host.EndAsync()).ShouldBe(130);
        HostProcess.ProcessesOn(data).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kill_TheHost_ChildrenEndByThemselvesAndTheNextStartRecovers()
    {
        using var data = new TemporaryFolder();
        using (var crashed = new HostProcess(data, ["--HOST_RESOURCES=postgres,rabbitmq"]))
        {
            await crashed.SaysAsync("echo      Healthy");
            crashed.Signal(Signals.Kill);
            await crashed.EndAsync();
            await GoneAsync(data);
        }

        using var next = new HostProcess(data, ["--HOST_RESOURCES=postgres,rabbitmq,worker", "--once"]);
        (await next.EndAsync()).ShouldBe(0, next.Output);
        HostProcess.ProcessesOn(data).ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoHosts_OtherDataAndPort_RunSideBySide()
    {
        using var data = new TemporaryFolder();
        using var otherData = new TemporaryFolder();
        using var host = new HostProcess(data, ["--HOST_RESOURCES=postgres,rabbitmq"]);
        using var other = new HostProcess(otherData, ["--HOST_RESOURCES=postgres,rabbitmq"]);

        await host.SaysAsync("echo      Healthy");
        await other.SaysAsync("echo      Healthy");

        host.Signal(Signals.Terminate);
        other.Signal(Signals.Terminate);
        (await host.EndAsync()).ShouldBe(0);
        (await other.EndAsync()).ShouldBe(0);
        HostProcess.ProcessesOn(data).Concat(HostProcess.ProcessesOn(otherData)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ServiceDies_HostStays_SaysWhatEndedAndWhoDependsOnIt()
    {
        using var data = new TemporaryFolder();
        using var host = new HostProcess(data, ["--HOST_RESOURCES=worker", "--ECHO_MODE=die"]);

        await host.SaysAsync("worker  FailedToStart  because of 'echo': it ended unexpectedly with code 3");

        host.Output.ShouldContain("PROBLEM 'echo': it ended unexpectedly with code 3");
        host.Output.ShouldContain("    echo: cannot go on");
        host.Output.ShouldContain("  depending on it: worker");
        host.Signal(Signals.Terminate);
        (await host.EndAsync()).ShouldBe(0);
    }

    private static async Task GoneAsync(TemporaryFolder data)
    {
        var watch = Stopwatch.StartNew();
        while (HostProcess.ProcessesOn(data) is { Count: > 0 } left)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15), string.Join('\n', left));
            await Task.Delay(100, Support.Cancelled);
        }
    }
}
