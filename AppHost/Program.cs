using Suite.AppHost;

// The suite as an Aspire application. SUITE_PORT moves the gateway, "--once" ends everything when the walkthrough has ended.
try
{
    var once = args.Contains("--once");
    var builder = DistributedApplication.CreateBuilder([.. args.Where(arg => arg != "--once")]);
    var settings = new Settings(builder.Configuration, builder.AppHostDirectory);

    var postgres = builder.AddPostgres("postgres").WithDataVolume();
    var rabbitmq = builder.AddRabbitMQ("rabbitmq").WithDataVolume();
    builder.Configuration["Parameters:admin-password"] ??= settings.AdminPassword;
    var adminPassword = builder.AddParameter(
        "admin-password", new GenerateParameterDefault { MinLength = 22, Special = false }, secret: true, persist: true);

    // Background work of a service calls directory in the service's own name.
    var tasksSecret = builder.AddParameter("tasks-secret", new GenerateParameterDefault { MinLength = 40, Special = false }, secret: true, persist: true);
    var indicatorsSecret = builder.AddParameter("indicators-secret", new GenerateParameterDefault { MinLength = 40, Special = false }, secret: true, persist: true);
    var reportingSecret = builder.AddParameter("reporting-secret", new GenerateParameterDefault { MinLength = 40, Special = false }, secret: true, persist: true);

    // Directory's stored signing keys are covered with it; it lies beside the database, not in it.
    var keySecret = builder.AddParameter("signing-keys", new GenerateParameterDefault { MinLength = 40, Special = false }, secret: true, persist: true);

    var directory = Service<Projects.Directory>("directory", "directorydb")
        .WithEnvironment("Seeds__Path", settings.Directory)
        .WithEnvironment("SUITE_ADMIN_PASSWORD", adminPassword)
        .WithEnvironment("ServiceClients__tasks", tasksSecret).WithEnvironment("ServiceClients__indicators", indicatorsSecret)
        .WithEnvironment("ServiceClients__reporting", reportingSecret)
        .WithEnvironment("SigningKeys__Key", keySecret);
    // Everybody checks tokens against the keys that directory publishes; they are fetched with the first call, so nobody waits for it.
    var indicators = Service<Projects.Indicators>("indicators", "indicatorsdb").WithReference(directory)
        .WithEnvironment("Seeds__Figures", settings.Figures)
        .WithEnvironment("ServiceClient__Id", "service-indicators").WithEnvironment("ServiceClient__Secret", indicatorsSecret);
    // Reporting asks indicators for the tables of leagues when one is made a document of; it starts and answers without.
    var reporting = Service<Projects.Reporting>("reporting", "reportingdb").WithReference(directory).WithReference(indicators)
        .WithEnvironment("ServiceClient__Id", "service-reporting").WithEnvironment("ServiceClient__Secret", reportingSecret);
    // RabbitMQ drops what is published while no queue is bound; so the consumers make theirs before tasks publishes anything.
    var tasks = Service<Projects.Tasks>("tasks", "tasksdb").WithReference(directory)
        .WithEnvironment("ServiceClient__Id", "service-tasks").WithEnvironment("ServiceClient__Secret", tasksSecret)
        .WaitFor(indicators).WaitFor(reporting);
    // To rebuild from its change feed and to ask for the office's scores; it starts and answers without.
    reporting.WithReference(tasks);
    indicators.WithReference(tasks);

    var gateway = builder.AddProject<Projects.Gateway>("gateway")
        .WithEndpoint("http", endpoint => endpoint.Port = settings.Port)
        .WithEndpoint("grpc", endpoint => endpoint.Port = settings.Port + 1)
        .WithExternalHttpEndpoints()
        .WithReference(directory).WaitFor(directory)
        .WithReference(tasks).WaitFor(tasks)
        .WithReference(indicators).WaitFor(indicators)
        .WithReference(reporting).WaitFor(reporting)
        .WithHttpHealthCheck("/health/ready", endpointName: "http");

    var walkthrough = builder.AddProject<Projects.Walkthrough>("walkthrough")
        .WithReference(gateway).WaitFor(gateway)
        .WithEnvironment("SUITE_ADMIN_PASSWORD", adminPassword)
        .WithEnvironment("SUITE_SEEDS", settings.Seeds)
        .WithEnvironment("SUITE_PLAN", settings.Plan)
        .WithEnvironment("SUITE_OUT", settings.Out)
        .WithEnvironment("SUITE_DATA", settings.Data)
        .WithArgs(once ? ["--once"] : []);

    if (settings.DemoPassword is { } demo)
    {
        var demoPassword = builder.AddParameter("demo-password", demo, secret: true);
        directory.WithEnvironment("SUITE_DEMO_PASSWORD", demoPassword);
        walkthrough.WithEnvironment("SUITE_DEMO_PASSWORD", demoPassword);
    }

    await using var app = builder.Build();
    if (!once)
    {
        await app.RunAsync();
        return 0;
    }
    await app.StartAsync();
    var ended = await app.ResourceNotifications.WaitForResourceAsync(
        "walkthrough", change => KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text));
    await app.StopAsync();
    return ended.Snapshot.ExitCode ?? 1;

    IResourceBuilder<ProjectResource> Service<TProject>(string name, string databaseName) where TProject : IProjectMetadata, new()
    {
        var database = postgres.AddDatabase(databaseName);
        return builder.AddProject<TProject>(name)
            .WithReference(database).WaitFor(database)
            .WithReference(rabbitmq).WaitFor(rabbitmq)
            .WithHttpHealthCheck("/health/ready", endpointName: "http");
    }
}
catch (DistributedApplicationException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 1;
}
catch (OperationCanceledException)
{
    // Ctrl-C or SIGTERM while the walkthrough was still under way.
    return 130;
}
