using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Local;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Suite.Tests.Calls;

namespace Suite.Tests.Running;

/// <summary>
/// The suite, once for all tests: first by <c>./run --once</c> on an empty data folder, then, on the data this left, in this process
/// with <c>--once</c> again, where it stays up. Real servers, real processes; data folder and ports are the tests' own.
/// </summary>
public sealed class SuiteFixture : IAsyncLifetime
{
    static readonly string AdminPassword = RandomNumberGenerator.GetHexString(24);
    static readonly string DemoPassword = RandomNumberGenerator.GetHexString(24);

    readonly string _folder = Path.Combine(Path.GetTempPath(), $"suite-e2e-{Guid.NewGuid():n}");
    DistributedApplication? _app;
    string? _secondWalk;

    /// <summary>What the first start did.</summary>
    public OnceRun First { get; private set; } = null!;

    /// <summary>Command lines of processes that the first start left behind.</summary>
    public IReadOnlyList<string> LeftBehind { get; private set; } = [];

    /// <summary>How long the second start took, from nothing to the end of its walkthrough.</summary>
    public TimeSpan SecondTook { get; private set; }

    public int? SecondExitCode { get; private set; }

    /// <summary>What the walkthrough of the second start printed.</summary>
    public string SecondWalk => _secondWalk ?? throw new InvalidOperationException("There was no second start.");

    public JsonDoor Json { get; private set; } = null!;

    public GrpcDoor Grpc { get; private set; } = null!;

    public Accounts Accounts { get; private set; } = null!;

    public DistributedApplication App => _app!;

    public string DataFolder => Path.Combine(_folder, "data");

    public string OutFolder => Path.Combine(_folder, "out");

    public static string DemoAccountsPassword => DemoPassword;

    LocalProcesses Processes => App.Services.GetRequiredService<LocalProcesses>();

    public async ValueTask InitializeAsync()
    {
        // Open to the account that PostgreSQL runs as.
        System.IO.Directory.CreateDirectory(_folder);
        var port = TwoFreePorts();
        var settings = new Dictionary<string, string>
        {
            ["SUITE_DATA"] = DataFolder, ["SUITE_OUT"] = OutFolder, ["SUITE_PORT"] = $"{port}",
            ["SUITE_ADMIN_PASSWORD"] = AdminPassword, ["SUITE_DEMO_PASSWORD"] = DemoPassword,
        };
        First = await OnceRun.StartAsync(settings, "--once", "--plan", PlanDocuments.Main);
        LeftBehind = ProcessesOf(DataFolder);
        await StartAgainAsync(settings);
    }

    public Task KillAsync(string resource) => Processes.KillAsync(resource);

    public int? ProcessId(string resource) => Processes.ProcessId(resource);

    public async Task StopAsync(string resource) =>
        (await App.ResourceCommands.ExecuteCommandAsync(resource, KnownResourceCommands.StopCommand)).Success.ShouldBeTrue();

    /// <summary>Starts a resource again and waits until it is well.</summary>
    public async Task StartAsync(string resource)
    {
        (await App.ResourceCommands.ExecuteCommandAsync(resource, KnownResourceCommands.StartCommand)).Success.ShouldBeTrue();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await App.ResourceNotifications.WaitForResourceHealthyAsync(resource, limit.Token);
    }

    /// <summary>Every server and service has the data folder in its arguments, its environment, or as the folder it works in.</summary>
    static List<string> ProcessesOf(string folder) =>
    [
        .. from process in System.IO.Directory.GetDirectories("/proc")
           where int.TryParse(Path.GetFileName(process), out _)
           let said = ReadIfThere($"{process}/cmdline") + ReadIfThere($"{process}/environ")
           where said.Contains(folder, StringComparison.Ordinal) && Path.GetFileName(process) != $"{Environment.ProcessId}"
           select ReadIfThere($"{process}/cmdline").Replace('\0', ' '),
    ];

    static string ReadIfThere(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public async ValueTask DisposeAsync()
    {
        Json?.Dispose();
        Grpc?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    async Task StartAgainAsync(Dictionary<string, string> settings)
    {
        var began = Stopwatch.StartNew();
        string[] arguments = ["--once", .. settings.Select(s => $"--{s.Key}={s.Value}"), $"--SUITE_PLAN={PlanDocuments.Main}"];
        _app = (await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(arguments)).Build();
        await _app.StartAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("gateway", limit.Token);
        var ended = await _app.ResourceNotifications.WaitForResourceAsync(
            "walkthrough", change => KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text), limit.Token);
        (SecondTook, SecondExitCode) = (began.Elapsed, ended.Snapshot.ExitCode);
        _secondWalk = await File.ReadAllTextAsync(Path.Combine(DataFolder, "logs", "walkthrough.log"));
        Json = new(_app.GetEndpoint("gateway", "http"));
        Grpc = new(_app.GetEndpoint("gateway", "grpc"));
        Accounts = new(Json, AdminPassword, DemoPassword);
    }

    /// <summary>A port that is free together with the next one, below those the kernel gives to outgoing connections.</summary>
    public static int TwoFreePorts()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(10_000, 14_900);
            if (IsFree(port) && IsFree(port + 1)) return port;
        }
    }

    static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
