using System.Net.Http.Json;

namespace Suite.Aspire.Hosting.Tests;

public sealed class ProjectTests
{
    [Fact]
    public async Task AddProject_Endpoints_AreThoseOfItsSettingsOnFreePorts()
    {
        await using var app = await EchoAsync();

        app.GetEndpoint("echo").Port.ShouldNotBe(5000);
        app.GetEndpoint("echo", "grpc").Port.ShouldNotBe(app.GetEndpoint("echo").Port);
        using var grpc = app.CreateHttpClient("echo", "grpc");
        grpc.DefaultRequestVersion = System.Net.HttpVersion.Version20;
        grpc.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        (await grpc.GetStringAsync("/environment/OTEL_SERVICE_NAME", Support.Cancelled)).ShouldBe("echo");
    }

    [Fact]
    public async Task WithReference_WithEnvironment_WithArgs_ArriveInTheProcess()
    {
        Environment.SetEnvironmentVariable("SUITE_OF_THE_HOST", "not for the project");
        var builder = DistributedApplicationTestingBuilder.Create("--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4317");
        var postgres = builder.AddThrowawayPostgres();
        var other = builder.AddProject<Projects.Sample_Echo>("other");
        var secret = builder.AddParameter("word", new GenerateParameterDefault { MinLength = 20 }, secret: true, persist: true);
        builder.AddProject<Projects.Sample_Echo>("echo").WithReference(postgres).WaitFor(postgres).WithReference(other)
            .WithEnvironment("WORD", secret).WithArgs("one", "two").WithHttpHealthCheck("/health/ready");
        await using var app = await builder.StartedAsync();
        await app.HealthyAsync("echo");
        using var echo = app.CreateHttpClient("echo");

        (await echo.GetStringAsync("/environment/ConnectionStrings__postgres", Support.Cancelled)).ShouldStartWith("Host=127.0.0.1;Port=");
        (await echo.GetStringAsync("/environment/services__other__http__0", Support.Cancelled))
            .ShouldBe(app.GetEndpoint("other").ToString().TrimEnd('/'));
        (await echo.GetStringAsync("/environment/services__other__grpc__0", Support.Cancelled))
            .ShouldBe(app.GetEndpoint("other", "grpc").ToString().TrimEnd('/'));
        (await echo.GetStringAsync("/environment/WORD", Support.Cancelled)).Length.ShouldBe(20);
        (await echo.GetStringAsync("/environment/OTEL_EXPORTER_OTLP_ENDPOINT", Support.Cancelled)).ShouldBe("http://127.0.0.1:4317");
        (await echo.GetStringAsync("/environment/DOTNET_ENVIRONMENT", Support.Cancelled)).ShouldBe("Production");
        (await echo.GetStringAsync("/environment/SUITE_OF_THE_HOST", Support.Cancelled)).ShouldBe("");
        (await echo.GetFromJsonAsync<string[]>("/arguments", Support.Cancelled)).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task KillAsync_ServiceStartedAgain_HasANewProcessOnTheSameAddress()
    {
        await using var app = await EchoAsync();
        var (address, process) = (app.GetEndpoint("echo"), app.Processes().ProcessId("echo"));

        await app.Processes().KillAsync("echo");
        var ended = (await app.EndedAsync("echo")).Snapshot;
        ended.ExitCode.ShouldBe(137);
        ended.Reason.ShouldContain("SIGKILL");
        await app.ResourceCommands.ExecuteCommandAsync("echo", KnownResourceCommands.StartCommand, Support.Cancelled);
        await app.HealthyAsync("echo");

        app.GetEndpoint("echo").ShouldBe(address);
        app.Processes().ProcessId("echo").ShouldNotBe(process);
    }

    [Fact]
    public async Task WaitFor_DependencyDies_DependentFailsAndSaysWhy()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var echo = builder.AddProject<Projects.Sample_Echo>("echo").WithEnvironment("ECHO_MODE", "die").WithHttpHealthCheck("/health/ready");
        builder.AddProject<Projects.Sample_Worker>("worker").WithReference(echo).WaitFor(echo);
        await using var app = await builder.StartedAsync();

        var ended = (await app.EndedAsync("worker")).Snapshot;

        ended.State!.Text.ShouldBe(KnownResourceStates.FailedToStart);
        ended.Reason.ShouldContain("because of 'echo': it ended unexpectedly with code 3");
        app.Processes().LastLines("echo").ShouldContain("echo: cannot go on");
    }

    [Fact]
    public async Task WaitFor_DependencyNeverReady_GivesUpAndNamesIt()
    {
        var builder = DistributedApplicationTestingBuilder.Create("--SUITE_START_TIMEOUT=3");
        var echo = builder.AddProject<Projects.Sample_Echo>("echo").WithEnvironment("ECHO_MODE", "sick").WithHttpHealthCheck("/health/ready");
        builder.AddProject<Projects.Sample_Worker>("worker").WithReference(echo).WaitFor(echo);
        await using var app = await builder.StartedAsync();

        var reason = (await app.EndedAsync("worker")).Snapshot.Reason;

        reason.ShouldContain("waited 3 s for 'echo'");
        reason.ShouldContain("/health/ready answered 503");
    }

    [Fact]
    public async Task StopAsync_StubbornProcess_IsEndedByForceAndThatIsSaid()
    {
        var builder = DistributedApplicationTestingBuilder.Create("--SUITE_STOP_TIMEOUT=1");
        builder.AddProject<Projects.Sample_Echo>("echo").WithEnvironment("ECHO_MODE", "stubborn").WithHttpHealthCheck("/health/ready");
        await using var app = await builder.StartedAsync();
        await app.HealthyAsync("echo");

        await app.ResourceCommands.ExecuteCommandAsync("echo", KnownResourceCommands.StopCommand, Support.Cancelled);

        (await app.EndedAsync("echo")).Snapshot.ExitCode.ShouldBe(137);
        app.Processes().LastLines("echo")[^1].ShouldContain("did not end within 1 s and was ended by force");
    }

    [Fact]
    public async Task CreateAsync_OfAHost_HandsOverItsModel()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Sample_Host>("--HOST_RESOURCES=worker", "--WORKER_CODE=5");
        builder.AppHostDirectory.ShouldEndWith("Sample/Host");
        await using var app = await builder.StartedAsync();

        (await app.EndedAsync("worker")).Snapshot.ExitCode.ShouldBe(5);
        app.Processes().LastLines("worker").ShouldContain("echo says echo");
    }

    private static async Task<DistributedApplication> EchoAsync()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject<Projects.Sample_Echo>("echo").WithHttpHealthCheck("/health/ready", endpointName: "http");
        var app = await builder.StartedAsync();
        await app.HealthyAsync("echo");
        return app;
    }
}
