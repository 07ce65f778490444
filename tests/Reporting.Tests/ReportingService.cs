using Suite.Auth.V1;
using Suite.Reporting.Api;
using Suite.Reporting.Tests;
using Suite.Reporting.V1;
using Suite.Testing;

[assembly: AssemblyFixture(typeof(ReportingService))]

namespace Suite.Reporting.Tests;

/// <summary>The service with a database and a broker of its own, for all tests of this process; each takes a plan of its own.</summary>
public sealed class ReportingService : IAsyncLifetime
{
    readonly PostgresFixture _database = new();
    int _plans;

    public TestHost<ReportApi> Host { get; private set; } = null!;

    public EventFeed Events { get; private set; } = null!;

    public string ConnectionString => _database.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        var broker = await RabbitServer.AddressAsync();
        Host = TestHost<ReportApi>.Start(
            [new("ConnectionStrings:reportingdb", _database.ConnectionString), new("ConnectionStrings:rabbitmq", broker)],
            services => services.TrustTestTokens());
        Events = await EventFeed.OpenAsync(broker, Host.Services);
    }

    /// <summary>The id of a plan that no other test uses.</summary>
    public string NewPlan() => $"2024-t{Interlocked.Increment(ref _plans)}";

    public ReportService.ReportServiceClient Client(Role role = Role.Office) => new(Host.GrpcInvoker(TestTokens.For(role)));

    /// <summary>A plan of which the service has heard all that <see cref="Told.Story"/> tells.</summary>
    internal async Task<Told> ToldAsync()
    {
        var told = new Told(NewPlan());
        foreach (var message in told.Story()) await Events.SendAsync(message);
        return told;
    }

    /// <summary>The first quarter's bulletin, made, approved and issued.</summary>
    internal async Task<Report> IssuedAsync(Told told)
    {
        var made = await Client().CreateReportAsync(new() { Report = new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 1 } });
        await Client().ApproveReportAsync(new() { Name = made.Name, Etag = made.Etag });
        return await Client().IssueReportAsync(new() { Name = made.Name });
    }

    public async ValueTask DisposeAsync()
    {
        if (Events is not null) await Events.DisposeAsync();
        if (Host is not null) await Host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
