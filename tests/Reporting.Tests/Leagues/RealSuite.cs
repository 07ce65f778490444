using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.Reporting.Storage;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Leagues;

/// <summary>
/// Directory with the units of the seeds, indicators with their figures, and reporting, in this process, each on a database of its own: the towns of
/// the directory become entities that leagues rank.
/// </summary>
public sealed class RealSuite : IAsyncLifetime
{
    readonly List<IAsyncDisposable> _parts = [];

    internal TestHost<IndicatorsDbContext> Indicators { get; private set; } = null!;

    internal TestHost<ReportingDbContext> Reporting { get; private set; } = null!;

    internal Told Told { get; } = new("2024-real");

    /// <summary>Ids of the towns, sub-districts and parks, with their names.</summary>
    public Dictionary<string, string> Towns { get; } = [];

    public ReportService.ReportServiceClient Reports => new(Reporting.GrpcInvoker(TestTokens.For(Role.Office)));

    public CallInvoker Office => Indicators.GrpcInvoker(TestTokens.For(Role.Office));

    public async ValueTask InitializeAsync()
    {
        // No broker: its queues belong to the other tests of this process.
        var (broker, secret) = ("amqp://nobody@127.0.0.1:1", RandomNumberGenerator.GetHexString(48));
        var directory = Keep(TestHost<DirectoryDbContext>.Start(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:directorydb"] = await DatabaseAsync(), ["ConnectionStrings:rabbitmq"] = broker, ["Logging:LogLevel:Default"] = "Critical", ["Seeds:Path"] = Path.Combine(Repository.Root, "seeds", "directory.yaml"),
                ["SUITE_ADMIN_PASSWORD"] = RandomNumberGenerator.GetHexString(24), ["ServiceClients:indicators"] = secret,
            }, services => services.AlsoTrustTestTokens()));
        Indicators = Keep(TestHost<IndicatorsDbContext>.Start(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:indicatorsdb"] = await DatabaseAsync(), ["ConnectionStrings:rabbitmq"] = broker, ["Logging:LogLevel:Default"] = "Critical", ["Seeds:Figures"] = Path.Combine(Repository.Root, "seeds", "indicators"),
                ["services:directory:grpc:0"] = directory.Grpc.ToString(), ["ServiceClient:Id"] = "service-indicators", ["ServiceClient:Secret"] = secret,
            }, services => services.TrustTestTokens()));
        Reporting = Keep(TestHost<ReportingDbContext>.Start(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:reportingdb"] = await DatabaseAsync(), ["ConnectionStrings:rabbitmq"] = broker, ["Logging:LogLevel:Default"] = "Critical", ["services:indicators:grpc:0"] = Indicators.Grpc.ToString(),
                ["services:directory:grpc:0"] = directory.Grpc.ToString(), ["Reporting:LeaguePatience"] = "00:01:00",
            }, services => services.TrustTestTokens()));
        foreach (var message in Told.Story()) await LoneService.TakeAsync(Reporting.Services, message);
        await TownsAsync();
    }

    public async Task RecordAsync(string rows) => await new FigureService.FigureServiceClient(Office).ImportFiguresAsync(new()
    {
        Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes("indicator,entity,period,period_value,year_to_date_value,growth\n" + rows)), Source = "统计年报.csv", Why = "年报", Comment = "已核实",
    });

    /// <summary>Indicators is gone for good.</summary>
    public async Task StopIndicatorsAsync()
    {
        _parts.Remove(Indicators);
        await Indicators.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(_parts)) await part.DisposeAsync();
    }

    /// <summary>Until the towns of the directory have arrived.</summary>
    async Task TownsAsync()
    {
        var definitions = new DefinitionService.DefinitionServiceClient(Office);
        for (var began = TimeProvider.System.GetTimestamp(); Towns.Count < 30; await Task.Delay(200))
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(120));
            foreach (var kind in (EntityKind[])[EntityKind.Town, EntityKind.Subdistrict, EntityKind.Park])
                foreach (var entity in (await definitions.ListEntitiesAsync(new() { Kind = kind, PageSize = 1000 })).Entities) Towns[entity.Name.Split('/')[1]] = entity.DisplayName;
        }
    }

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
