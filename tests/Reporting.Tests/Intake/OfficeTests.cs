using System.Collections.Concurrent;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.Intake;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Intake;

/// <summary>How often the office's count is asked for, in whose name, and how old it may be.</summary>
public sealed class OfficeTests : IAsyncLifetime
{
    static readonly Told Told = new("2024-office");

    readonly FakeOffice _office = new();
    readonly Heard _heard = new();
    readonly string _token = TestTokens.For(Role.Office);
    LoneService _service = null!;

    ReportService.ReportServiceClient Reports => new(_service.Host.GrpcInvoker(_token));

    public async ValueTask InitializeAsync()
    {
        _service = await LoneService.StartAsync(services =>
        {
            _office.Serve(services);
            services.AddLogging(logging => logging.AddProvider(_heard).AddFilter<Heard>(typeof(OfficeClerk).FullName, LogLevel.Warning));
        });
        _service.Host.Services.GetRequiredService<IConfiguration>()["services:tasks:grpc:0"] = "http://127.0.0.1:1";
        foreach (var message in Told.Story()) await _service.TakeAsync(message);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Run_OfManyReports_AsksOnceInTheNameOfWhoBeganIt()
    {
        var run = await RunAsync();

        (run.Done, run.Failed).ShouldBe((run.Items.Count, 0));
        _office.Asked.ShouldBe([$"Bearer {_token}"]);
        _heard.Warnings.ShouldBeEmpty();
        foreach (var item in run.Items) (await Reports.VerifyReportAsync(new() { Name = item.Report })).Intact.ShouldBeTrue();
        (await PointsAsync(run.Items.Single(i => i.Kind == ReportKind.LeagueTable).Report)).ShouldBe("90");
    }

    [Fact]
    public async Task Run_WhileTasksIsAway_DoesNotAskForEveryReport()
    {
        _office.Away = true;

        var run = await RunAsync();

        (run.Done, run.Failed).ShouldBe((run.Items.Count, 0));
        // Once, or on a busy machine once more half a minute later.
        _office.Asked.Count.ShouldBeInRange(1, run.Items.Count / 2);
        _heard.Warnings.Count.ShouldBe(_office.Asked.Count);
        _heard.Warnings.ShouldAllBe(w => w.Contains("Unavailable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CreateReport_ByHandAfterOneWasMade_TellsWhatIsSoNow()
    {
        (await PointsAsync((await MakeAsync()).Name)).ShouldBe("90");
        _office.Points = "85";

        (await PointsAsync((await MakeAsync()).Name)).ShouldBe("85");
    }

    [Fact]
    public async Task CreateReport_ByManyAtOnce_AskTogetherForWhatIsSoAfterTheyCame()
    {
        var gate = new TaskCompletionSource();
        _office.Gate = gate.Task;
        var first = MakeAsync();
        while (_office.Asked.Count == 0) await Task.Delay(10);
        _office.Points = "85";
        var others = Enumerable.Range(0, 6).Select(_ => MakeAsync()).ToArray();
        await Task.Delay(300);
        gate.SetResult();

        (await PointsAsync((await first).Name)).ShouldBeOneOf("90", "85");
        foreach (var other in await Task.WhenAll(others)) (await PointsAsync(other.Name)).ShouldBe("85");
        _office.Asked.Count.ShouldBeLessThan(5);
    }

    [Fact]
    public async Task AskForRun_TakenUpLongAfterItsBegin_AsksAnewAndOnce()
    {
        var clerk = _service.Host.Services.GetRequiredService<OfficeClerk>();
        var begun = TimeProvider.System.GetUtcNow().AddHours(-1);

        for (var report = 0; report < 3; report++) await clerk.AskForRunAsync(Told.Plan, 1, begun, CancellationToken.None);

        // Nobody is calling: the service would ask in its own name, of which it was given none here.
        _office.Asked.ShouldBeEmpty();
        _heard.Warnings.ShouldHaveSingleItem().ShouldContain("ServiceClient__Id");
    }

    Task<Report> MakeAsync() =>
        Reports.CreateReportAsync(new() { Report = new() { Kind = ReportKind.LeagueTable, Plan = Told.Plan, Quarter = 1 } }).ResponseAsync;

    async Task<string> PointsAsync(string report) => (await Reports.ListFiguresAsync(new() { Parent = report, PageSize = 1000 })).Figures
        .Single(f => f.Formula.StartsWith($"score(unit = {Told.Industry.DisplayName}", StringComparison.Ordinal)).Value;

    async Task<Run> RunAsync()
    {
        var runs = new RunService.RunServiceClient(_service.Host.GrpcInvoker(_token));
        var run = await runs.CreateRunAsync(new() { Run = new() { Plan = Told.Plan, Quarter = 1, Kinds = { ReportKind.Bulletin, ReportKind.Scorecard, ReportKind.LeagueTable, ReportKind.PlanTable } } });
        using var progress = runs.WatchRun(new() { Name = run.Name }, deadline: TimeProvider.System.GetUtcNow().AddMinutes(2).UtcDateTime);
        await foreach (var told in progress.ResponseStream.ReadAllAsync()) run = told;
        return run;
    }

    sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Warnings { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Warnings.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
