using System.Net;
using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Local;

/// <summary>Starts the model's resources as child processes of this one and stops them again.</summary>
internal sealed class LocalHost(
    LocalModel model, IConfiguration configuration, IHostEnvironment environment, ResourceNotificationService notifications,
    IHostApplicationLifetime lifetime) : IHostedService
{
    private const int DefaultPatienceSeconds = 180;

    private readonly LoopbackPorts _ports = new();
    private readonly Dictionary<Resource, ResourceRunner> _runners = [];
    private readonly List<ResourceLog> _logs = [];
    private readonly Lock _gate = new();
    private DataFolder? _folder;
    private HostConsole? _console;
    private PosixSignalRegistration? _hangUp;
    private Task? _stop;

    public ResourceRunner Runner(string resourceName) =>
        _runners.Values.FirstOrDefault(r => r.Resource.Name.Equals(resourceName, StringComparison.OrdinalIgnoreCase))
        ?? throw new DistributedApplicationException($"No resource '{resourceName}' is run by this host.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _folder = DataFolder.Open(
            DataFolder.PathFrom(configuration, model.AppHostDirectory), configuration.GetValue("SUITE_DATA_IS_TEMPORARY", false));
        try
        {
            _console = HostConsole.For(configuration, model);
            var running = new RunningProcesses(_folder.Running);
            await running.ClearAsync(_console.Say);
            AllocatePorts();
            CreateRunners(running, _folder, _console);
            Check();
        }
        catch (Exception)
        {
            Release();
            throw;
        }
        notifications.Changed += OnChanged;
        // The terminal was closed. Ctrl-C and SIGTERM are the generic host's own business.
        _hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            lifetime.StopApplication();
        });
        _console.Begin(_folder, model, _runners.Values);
        foreach (var runner in _runners.Values)
            _ = runner.StartAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _stop ??= StopAllAsync();
    }

    /// <summary>Starts a resource again, and what lives inside it.</summary>
    public async Task StartAgainAsync(ResourceRunner runner)
    {
        await runner.StartAsync();
        foreach (var inside in InsideOf(runner.Resource))
            _ = inside.StartAsync();
    }

    public IEnumerable<ResourceRunner> InsideOf(Resource resource) => resource is PostgresServerResource server
        ? server.Databases.Select(database => _runners[database]) : [];

    private async Task StopAllAsync()
    {
        if (_folder is null)
            return;
        foreach (var runner in _runners.Values)
            runner.CancelStart();
        foreach (var group in model.StopOrder())
            await Task.WhenAll(group.Where(_runners.ContainsKey).Select(resource => _runners[resource].StopAsync()));
        notifications.Changed -= OnChanged;
        Release();
    }

    private void Release()
    {
        _hangUp?.Dispose();
        _console?.End();
        _logs.ForEach(log => log.Dispose());
        _ports.Dispose();
        _folder?.Dispose();
        _folder = null;
    }

    private void AllocatePorts()
    {
        foreach (var endpoint in model.Resources.SelectMany(r => r.Endpoints))
            endpoint.AllocatedPort = endpoint.Port is { } asked and > 0 ? asked : _ports.Next();
    }

    private void CreateRunners(RunningProcesses running, DataFolder folder, HostConsole console)
    {
        var patience = TimeSpan.FromSeconds(configuration.GetValue("SUITE_START_TIMEOUT", DefaultPatienceSeconds));
        foreach (var resource in model.Resources.Where(r => r is not ParameterResource))
        {
            var log = new ResourceLog(folder.Logs, resource.Name, line => console.Line(resource.Name, line));
            _logs.Add(log);
            var context = new UnitContext(folder.Root, log, _ports, configuration, environment.EnvironmentName);
            _runners[resource] = new ResourceRunner(LocalUnit.For(resource, context), notifications, running, patience);
        }
    }

    private void Check()
    {
        var problems = _runners.Values.SelectMany(runner => runner.Unit.Problems()).Concat(TakenPorts()).ToList();
        if (problems.Count > 0)
            throw new DistributedApplicationException(string.Join(Environment.NewLine, problems.Distinct()));
    }

    private IEnumerable<string> TakenPorts() =>
        from resource in model.Resources
        from endpoint in resource.Endpoints
        where endpoint.Port is > 0
        let address = IPAddress.TryParse(endpoint.TargetHost, out var given) ? given : IPAddress.Loopback
        where !LoopbackPorts.IsFree(address, endpoint.AllocatedPort)
        select $"Port {endpoint.AllocatedPort} on {address}, wanted by '{resource.Name}' ({endpoint.Name}), is in use by another program; "
            + "stop that, or choose other ports (SUITE_PORT).";

    private void OnChanged(ResourceEvent change)
    {
        var resource = (Resource)change.Resource;
        _console!.Show(_runners[resource], change.Snapshot, model.DependentsOf(resource));
        if (change.Snapshot.IsTerminal)
            foreach (var inside in InsideOf(resource))
                inside.EndWith(resource);
    }
}
