using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Indicators.Storage;
using Suite.Reporting.Storage;
using Suite.Tasks.Storage;
using Suite.Testing;

namespace Suite.Year.Tests;

/// <summary>
/// The four services in this process, each on a database of its own, joined by a real broker. All but the directory live in the year's time:
/// the directory issues access tokens, and what is true of tokens is measured by the machine's clock.
/// </summary>
sealed class YearSuite : IAsyncDisposable
{
    readonly List<IAsyncDisposable> _parts = [];
    readonly Dictionary<string, CallInvoker> _doors = [];

    YearSuite(YearClock clock) => Clock = clock;

    public YearClock Clock { get; }

    public TestHost<TasksDbContext> Tasks { get; private set; } = null!;

    public TestHost<IndicatorsDbContext> Indicators { get; private set; } = null!;

    public TestHost<ReportingDbContext> Reporting { get; private set; } = null!;

    public TestHost<DirectoryDbContext> Directory { get; private set; } = null!;

    public string TasksDatabase { get; private set; } = "";

    public string IndicatorsDatabase { get; private set; } = "";

    public static async Task<YearSuite> StartAsync(YearClock clock)
    {
        var suite = new YearSuite(clock);
        var broker = await RabbitServer.AddressAsync();
        var secret = RandomNumberGenerator.GetHexString(48);
        var directory = suite.Keep(TestHost<DirectoryDbContext>.Start(new Dictionary<string, string?>
        {
            ["ConnectionStrings:directorydb"] = await suite.DatabaseAsync(), ["ConnectionStrings:rabbitmq"] = broker,
            ["Seeds:Path"] = Path.Combine(Repository.Root, "seeds", "directory.yaml"),
            ["SUITE_ADMIN_PASSWORD"] = RandomNumberGenerator.GetHexString(24), ["ServiceClients:tasks"] = secret,
        }, services => services.AlsoTrustTestTokens()));
        suite.Directory = directory;
        suite.TasksDatabase = await suite.DatabaseAsync();
        suite.IndicatorsDatabase = await suite.DatabaseAsync();
        // What listens is started first: an event finds its queue.
        suite.Indicators = suite.Start<IndicatorsDbContext>(new() { ["ConnectionStrings:indicatorsdb"] = suite.IndicatorsDatabase, ["ConnectionStrings:rabbitmq"] = broker });
        suite.Reporting = suite.Start<ReportingDbContext>(new() { ["ConnectionStrings:reportingdb"] = await suite.DatabaseAsync(), ["ConnectionStrings:rabbitmq"] = broker, ["Reporting:EventsSettle"] = "00:00:00", ["Reporting:OfficePatience"] = "00:01:00" });
        suite.Tasks = suite.Start<TasksDbContext>(new()
        {
            ["ConnectionStrings:tasksdb"] = suite.TasksDatabase, ["ConnectionStrings:rabbitmq"] = broker,
            ["services:directory:grpc:0"] = directory.Grpc.ToString(),
            ["ServiceClient:Id"] = "service-tasks", ["ServiceClient:Secret"] = secret,
            // The clock takes its turns when the year says so.
            ["Supervision:Interval"] = "10.00:00:00",
        });
        return suite;
    }

    /// <summary>The tasks service as somebody of the city calls it; one connection a caller.</summary>
    public CallInvoker As(Role role, string? unit = null, string? person = null)
    {
        var account = unit is null && person is null ? role.ToString().ToLowerInvariant() : $"{unit ?? person}.{role.ToString().ToLowerInvariant()}";
        lock (_doors)
        {
            return _doors.TryGetValue(account, out var door) ? door : _doors[account] = Tasks.GrpcInvoker(TestTokens.For(
                account, [role], unit is null ? null : $"units/{unit}", person is null ? null : $"people/{person}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(_parts)) await part.DisposeAsync();
    }

    TestHost<TDb> Start<TDb>(Dictionary<string, string?> settings)
        where TDb : class =>
        Keep(TestHost<TDb>.Start(settings, services =>
        {
            services.TrustTestTokens();
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        }));

    async Task<string> DatabaseAsync()
    {
        var database = Keep(new PostgresFixture());
        await database.InitializeAsync();
        return database.ConnectionString;
    }

    T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Add(part);
        return part;
    }
}
