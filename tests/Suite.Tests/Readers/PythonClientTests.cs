using System.Diagnostics;
using System.Text.Json.Nodes;
using Suite.Testing;
using Suite.Tests.Running;

namespace Suite.Tests.Readers;

/// <summary>A client in another language, made from the published protos alone.</summary>
public sealed class PythonClientTests(SuiteFixture suite) : IDisposable
{
    /// <summary>The one that Debian packages install modules for; another may come first on the PATH.</summary>
    const string SystemPython = "/usr/bin/python3";

    readonly string _stubs = System.IO.Directory.CreateTempSubdirectory("suite-stubs-").FullName;

    [Fact]
    public async Task Client_StubsFromTheProtos_HealthReflectionAndListTasks()
    {
        var protos = Path.Combine(Repository.Root, "protos");
        await RunAsync("protoc", "", [$"-I{protos}", $"--python_out={_stubs}", .. System.IO.Directory.GetFiles(protos, "*.proto", SearchOption.AllDirectories)]);

        var output = await RunAsync(
            SystemPython, SuiteFixture.DemoAccountsPassword,
            Path.Combine(AppContext.BaseDirectory, "Python", "client.py"), suite.Grpc.Address.Authority, _stubs, "office", "plans/2024");

        var seen = JsonNode.Parse(output)!;
        seen["health"]!.GetValue<int>().ShouldBe(1, "SERVING");
        var services = seen["services"]!.AsArray().Select(s => s!.GetValue<string>()).ToList();
        foreach (var service in new[] { "suite.directory.v1.AuthService", "suite.tasks.v1.TaskService", "suite.indicators.v1.IndicatorService", "suite.reporting.v1.ReportService" })
            services.ShouldContain(service);
        seen["tasks"]!.GetValue<int>().ShouldBe(349);
        seen["first"]!.GetValue<string>().ShouldNotBeEmpty();
        seen["withoutToken"]!.GetValue<string>().ShouldBe("UNAUTHENTICATED");
    }

    public void Dispose() => System.IO.Directory.Delete(_stubs, recursive: true);

    static async Task<string> RunAsync(string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{program}: {await errors}");
        return output;
    }
}
