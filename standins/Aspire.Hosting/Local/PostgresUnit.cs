using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Local;

/// <summary>A PostgreSQL cluster on loopback, with password authentication and no Unix socket.</summary>
internal sealed class PostgresUnit(PostgresServerResource server, UnitContext context) : LocalUnit(server, context)
{
    private readonly PostgresBinaries _binaries = new(context.Configuration);
    private readonly PostgresFolder _folder = new(DataFolder.OwnFolderOf(context.Root, server.Name));

    // Fast shutdown: sessions are ended, data is written. SIGTERM would wait for every client to leave.
    public override int StopSignal => Signals.Interrupt;

    public override TimeSpan StopGrace => TimeSpan.FromSeconds(30);

    private bool IsThrowaway => server.Arguments.Contains("fsync=off");

    public override IEnumerable<string> Problems()
    {
        if (_binaries.Problem(server.KeepsData ? _folder.DataVersion : null, _folder.Data) is { } missing)
            yield return missing;
        if (PostgresFolder.Account is { } account
            && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{account}:", StringComparison.Ordinal)))
            yield return $"PostgreSQL cannot run as root and there is no account '{account}'; install the Debian package postgresql.";
    }

    public override async Task<ChildProcess?> StartAsync(CancellationToken cancellation)
    {
        await _folder.CreateAsync(Context.Log.Write, cancellation);
        if (!server.KeepsData)
            _folder.Delete();
        if (_folder.DataVersion is null)
            await CreateClusterAsync(cancellation);
        _folder.RemoveStaleLock();
        return await ChildProcess.StartAsync(
            Command("postgres", ["-D", _folder.Data, "-p", $"{server.Port}", "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=", "-c", "max_connections=200", .. server.Arguments]) with { SignalWhenHostDies = "INT" },
            Context.Log.Write);
    }

    public override Task<string?> HealthProblemAsync(CancellationToken cancellation) =>
        Task.FromResult(_folder.ServerIsReady() ? null : "the server does not accept connections yet");

    public override Task AfterExitAsync()
    {
        if (!server.KeepsData)
            _folder.Delete();
        return Task.CompletedTask;
    }

    // Made aside and moved: a cluster that was interrupted in the making must not look like one.
    private async Task CreateClusterAsync(CancellationToken cancellation)
    {
        var draft = $"{_folder.Data}.new";
        var passwordFile = Path.Combine(_folder.Path, "password");
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        PrivateFile.Write(passwordFile, server.Password());
        await RunAsync(new ChildCommand("chown", $"--reference={_folder.Path}", passwordFile), cancellation);
        try
        {
            string[] speed = IsThrowaway ? ["--no-sync"] : [];
            await RunAsync(
                Command("initdb", ["-D", draft, "-U", PostgresServerResource.SuperUser, "-E", "UTF8", "--locale=C.UTF-8",
                    "-A", "scram-sha-256", $"--pwfile={passwordFile}", .. speed]),
                cancellation);
            Directory.Move(draft, _folder.Data);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    private ChildCommand Command(string program, string[] arguments) =>
        new(_binaries.Program(program, _folder.DataVersion), arguments) { RunAs = PostgresFolder.Account, WorkingDirectory = _folder.Path };

    private async Task RunAsync(ChildCommand command, CancellationToken cancellation)
    {
        var (exitCode, output) = await ChildProcess.RunAsync(command, cancellation);
        cancellation.ThrowIfCancellationRequested();
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Context.Log.Write(line);
        if (exitCode != 0)
            throw new DistributedApplicationException($"{Path.GetFileName(command.FileName)} ended with {Signals.Describe(exitCode)}.");
    }
}
