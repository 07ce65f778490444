// A service that tells what it was given. ECHO_MODE makes it misbehave: "die" ends it with 3, "sick" is never ready, "stubborn" ignores SIGTERM.
using System.Runtime.InteropServices;

var mode = Environment.GetEnvironmentVariable("ECHO_MODE");
if (mode == "die")
{
    await Console.Error.WriteLineAsync("echo: cannot go on");
    return 3;
}

using var stubborn = mode == "stubborn" ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true) : null;
if (mode == "stubborn")
    new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = false }.Start();
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/health/ready", () => mode == "sick" ? Results.StatusCode(503) : Results.Ok());
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
app.MapGet("/arguments", () => args);
await app.RunAsync();
return 0;
