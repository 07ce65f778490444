using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Local;
using Aspire.Hosting.Testing;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Suite.Auth.V1;
using Suite.Reporting.Api;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Runs;

/// <summary>
/// The service as it is built, in a process of its own on free loopback ports, the same each time it is started. It has no broker: what it would
/// publish stays in its outbox, where a test can count it.
/// </summary>
sealed class ServiceProcess : IAsyncDisposable
{
    const string Name = "reporting";
    static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    readonly DistributedApplication _app;
    readonly TestAuthority _authority;
    GrpcChannel? _channel;

    ServiceProcess(DistributedApplication app, TestAuthority authority) => (_app, _authority) = (app, authority);

    public ReportService.ReportServiceClient Reports => new(Invoker);

    public RunService.RunServiceClient Runs => new(Invoker);

    CallInvoker Invoker => _channel!.Intercept(metadata =>
    {
        metadata.Add("authorization", $"Bearer {TestTokens.For(Role.Office)}");
        return metadata;
    });

    public static async Task<ServiceProcess> StartAsync(string database)
    {
        var authority = await TestAuthority.StartAsync();
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject<Built>(Name)
            .WithEnvironment("ConnectionStrings__reportingdb", database).WithEnvironment("ConnectionStrings__rabbitmq", "amqp://nobody@127.0.0.1:1")
            .WithEnvironment("Authentication__Authority", authority.Address)
            .WithHttpHealthCheck("/health/live", endpointName: "http");
        var service = new ServiceProcess(builder.Build(), authority);
        await service._app.StartAsync();
        await service.ReadyAsync();
        return service;
    }

    /// <summary>SIGKILL; returns when the process is gone.</summary>
    public Task KillAsync() => _app.Services.GetRequiredService<LocalProcesses>().KillAsync(Name);

    public async Task StartAgainAsync()
    {
        await _app.ResourceCommands.ExecuteCommandAsync(Name, KnownResourceCommands.StartCommand);
        await ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await _app.DisposeAsync();
        await _authority.DisposeAsync();
    }

    async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(LongestStart);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync(Name, limit.Token);
        _channel?.Dispose();
        _channel = GrpcChannel.ForAddress(_app.GetEndpoint(Name, "grpc"));
    }

    /// <summary>The assembly that lies beside the tests'.</summary>
    sealed class Built : IProjectMetadata
    {
        public string ProjectPath => Path.Combine(Repository.Project("Reporting"), "Reporting.csproj");

        public string AssemblyPath => typeof(ReportApi).Assembly.Location;
    }
}
