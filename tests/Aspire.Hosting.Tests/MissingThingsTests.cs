using System.Net;
using System.Net.Sockets;

namespace Suite.Aspire.Hosting.Tests;

/// <summary>What cannot start is said in a sentence, before anything is started.</summary>
public sealed class MissingThingsTests
{
    [Fact]
    public async Task StartAsync_NoPostgres_NamesTheDebianPackage()
    {
        var builder = DistributedApplicationTestingBuilder.Create("--SUITE_POSTGRES_ROOT=/nowhere");
        builder.AddPostgres("postgres");

        (await RefusalAsync(builder)).ShouldBe(
            "PostgreSQL is not installed (nothing under /nowhere); install the Debian package postgresql.");
    }

    [Fact]
    public async Task StartAsync_NoRabbitMQ_NamesTheDebianPackage()
    {
        var builder = DistributedApplicationTestingBuilder.Create("--SUITE_RABBITMQ_SERVER=/nowhere/rabbitmq-server");
        builder.AddRabbitMQ("rabbitmq");

        (await RefusalAsync(builder)).ShouldContain("install the Debian package rabbitmq-server");
    }

    [Fact]
    public async Task StartAsync_DataOfAnotherMajorVersion_NamesBoth()
    {
        using var data = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(data.Path, "postgres", "data"));
        await File.WriteAllTextAsync(Path.Combine(data.Path, "postgres", "data", "PG_VERSION"), "9\n", Support.Cancelled);
        var builder = DistributedApplicationTestingBuilder.Create(data.Setting);
        builder.AddPostgres("postgres").WithDataVolume();

        var refusal = await RefusalAsync(builder);

        refusal.ShouldContain("was made by PostgreSQL 9, but installed is ");
        refusal.ShouldContain("install the Debian package postgresql-9");
    }

    [Fact]
    public async Task StartAsync_PortTaken_NamesPortAndResource()
    {
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();
        var port = ((IPEndPoint)occupant.LocalEndpoint).Port;
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject<Projects.Sample_Echo>("echo").WithEndpoint("http", endpoint => endpoint.Port = port);

        (await RefusalAsync(builder)).ShouldStartWith($"Port {port} on 127.0.0.1, wanted by 'echo' (http), is in use");
    }

    [Fact]
    public async Task StartAsync_SeveralThingsMissing_SaysAllAtOnce()
    {
        var builder = DistributedApplicationTestingBuilder.Create("--SUITE_POSTGRES_ROOT=/nowhere", "--SUITE_RABBITMQ_SERVER=/nowhere/x");
        builder.AddPostgres("postgres");
        builder.AddRabbitMQ("rabbitmq");

        (await RefusalAsync(builder)).Split(Environment.NewLine).Length.ShouldBe(2);
    }

    [Fact]
    public async Task StartAsync_SecondHostOnTheSameData_IsRefusedAndMayStartLater()
    {
        using var data = new TemporaryFolder();
        var second = DistributedApplicationTestingBuilder.Create(data.Setting);
        second.AddProject<Projects.Sample_Echo>("echo").WithHttpHealthCheck("/health/ready");
        var first = DistributedApplicationTestingBuilder.Create(data.Setting);
        first.AddProject<Projects.Sample_Echo>("echo");
        await using (await first.StartedAsync())
            (await RefusalAsync(second)).ShouldContain($"already running on the data folder {data.Path}");

        var again = DistributedApplicationTestingBuilder.Create(data.Setting);
        again.AddProject<Projects.Sample_Echo>("echo").WithHttpHealthCheck("/health/ready");
        await using var app = await again.StartedAsync();
        await app.HealthyAsync("echo");
    }

    [Fact]
    public async Task StartAsync_DataFolderIsAFile_SaysItCannotBeWritten()
    {
        using var data = new TemporaryFolder();
        var file = Path.Combine(data.Path, "file");
        await File.WriteAllTextAsync(file, "", Support.Cancelled);
        var builder = DistributedApplicationTestingBuilder.Create($"--SUITE_DATA={file}");
        builder.AddRabbitMQ("rabbitmq");

        (await RefusalAsync(builder)).ShouldContain($"The data folder {file} cannot be written");
    }

    [Theory]
    [InlineData("")]
    [InlineData("9lives")]
    [InlineData("a--b")]
    [InlineData("a/../b")]
    public void AddResource_MalformedName_IsRefused(string name) =>
        Should.Throw<DistributedApplicationException>(() => DistributedApplicationTestingBuilder.Create().AddRabbitMQ(name));

    [Fact]
    public void AddResource_NameTwice_IsRefused()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddRabbitMQ("rabbitmq");
        Should.Throw<DistributedApplicationException>(() => builder.AddPostgres("RabbitMQ"));
    }

    private static async Task<string> RefusalAsync(IDistributedApplicationBuilder builder)
    {
        await using var app = builder.Build();
        return (await Should.ThrowAsync<DistributedApplicationException>(() => app.StartAsync(Support.Cancelled))).Message;
    }
}
