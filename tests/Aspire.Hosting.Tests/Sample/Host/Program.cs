// The shape of the suite's own host, on the sample projects: HOST_RESOURCES picks some, "--once" ends it when the worker is done.
using Microsoft.Extensions.Hosting;

try
{
    var builder = DistributedApplication.CreateBuilder([.. args.Where(arg => arg != "--once")]);
    var wanted = builder.Configuration["HOST_RESOURCES"]?.Split(',') ?? ["postgres", "rabbitmq", "echo", "worker"];

    var echo = builder.AddProject<Projects.Sample_Echo>("echo").WithHttpHealthCheck("/health/ready");
    if (builder.Configuration["SUITE_PORT"] is { } port)
        echo.WithEndpoint("http", endpoint => endpoint.Port = int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
    echo.WithEnvironment("ECHO_MODE", builder.Configuration["ECHO_MODE"]);
    if (wanted.Contains("postgres"))
    {
        var database = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("sampledb");
        echo.WithReference(database).WaitFor(database);
    }
    if (wanted.Contains("rabbitmq"))
    {
        var broker = builder.AddRabbitMQ("rabbitmq").WithDataVolume();
        echo.WithReference(broker).WaitFor(broker);
    }
    if (wanted.Contains("worker"))
        builder.AddProject<Projects.Sample_Worker>("worker").WithReference(echo).WaitFor(echo)
            .WithArgs(builder.Configuration["WORKER_CODE"] ?? "0");

    await using var app = builder.Build();
    await app.StartAsync();
    if (!args.Contains("--once"))
    {
        await app.WaitForShutdownAsync();
        return 0;
    }
    var ended = await app.ResourceNotifications.WaitForResourceAsync(
        "worker", change => KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text));
    await app.StopAsync();
    return ended.Snapshot.ExitCode ?? 1;
}
catch (DistributedApplicationException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
