using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Local;

/// <summary>
/// A RabbitMQ node with its own Erlang name server (epmd), cookie and files. Started by the broker itself, epmd would outlive it; so it
/// runs in the foreground beside it.
/// </summary>
internal sealed class RabbitMQUnit(RabbitMQServerResource broker, UnitContext context) : LocalUnit(broker, context)
{
    private const string DebianServer = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly byte[] ProtocolHeader = "AMQP\0\0\u0009\u0001"u8.ToArray();

    private readonly RabbitMQFiles _files = new(DataFolder.OwnFolderOf(context.Root, broker.Name));
    private ChildProcess? _nameServer;
    private bool _answered;

    // While it starts it puts a SIGTERM off until it has started.
    public override TimeSpan StopGrace => TimeSpan.FromSeconds(_answered ? 30 : 3);

    // The wrapper Debian puts into /usr/sbin has fixed paths; this is what it calls.
    private string Server => Context.Configuration["SUITE_RABBITMQ_SERVER"] is { Length: > 0 } given ? given : DebianServer;

    public override IEnumerable<string> Problems()
    {
        if (!File.Exists(Server))
            yield return $"RabbitMQ is not installed ({Server} does not exist); install the Debian package rabbitmq-server.";
    }

    public override async Task<ChildProcess?> StartAsync(CancellationToken cancellation)
    {
        _answered = false;
        if (!broker.KeepsData || !_files.WereReady)
            _files.Delete();
        _files.Write(broker.Port, RabbitMQServerResource.User, broker.Password());
        var names = Context.Ports.Next();
        _nameServer = await ChildProcess.StartAsync(
            new ChildCommand("epmd", "-address", "127.0.0.1", "-port", $"{names}") { WorkingDirectory = _files.Root }, Context.Log.Write);
        // With none listening the broker would start a name server of its own.
        while (LoopbackPorts.IsFree(System.Net.IPAddress.Loopback, names) && !_nameServer.Exited.IsCompleted)
            await Task.Delay(20, cancellation);
        return await ChildProcess.StartAsync(
            new ChildCommand(Server) { WorkingDirectory = _files.Root, Environment = _files.Environment(broker.Port, Context.Ports.Next(), names) },
            Context.Log.Write);
    }

    /// <summary>
    /// A broker that is ready answers the protocol header with its first method frame (type 1). Once it did, that the port is open is
    /// enough: every broken-off handshake leaves a warning in its log.
    /// </summary>
    public override async Task<string?> HealthProblemAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", broker.Port, limit.Token);
            if (!_answered && await AnswersAsync(client.GetStream(), limit.Token))
            {
                _answered = true;
                _files.WereReady = true;
            }
            return _answered ? null : "the broker closed the connection";
        }
        catch (Exception refused) when (refused is SocketException or IOException)
        {
            return "the broker does not accept connections yet";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "the broker does not answer";
        }
    }

    private static async Task<bool> AnswersAsync(NetworkStream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(ProtocolHeader, cancellation);
        var answer = new byte[1];
        return await stream.ReadAsync(answer, cancellation) == 1 && answer[0] == 1;
    }

    public override async Task AfterExitAsync()
    {
        if (_nameServer is not null)
            await _nameServer.StopAsync(Signals.Terminate, TimeSpan.FromSeconds(2));
        if (!broker.KeepsData)
            _files.Delete();
    }
}
