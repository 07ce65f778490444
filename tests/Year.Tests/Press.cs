using System.Collections.Concurrent;
using Grpc.Core;
using Npgsql;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Year.Tests;

/// <summary>A document with all of its figures, as the public door tells them.</summary>
sealed record Printed(Report Report, IReadOnlyList<ReportFigure> Figures);

/// <summary>
/// The documents of the year's end, made once: the bulletins of the four quarters, and in one run a scorecard for every unit that leads, a portfolio
/// for every leader responsible, the annex of the work report, the list for a meeting, the league table and the plan as it stands.
/// </summary>
sealed class Press(YearRun year)
{
    static readonly ReportKind[] Kinds = [ReportKind.Scorecard, ReportKind.Portfolio, ReportKind.WorkReportAnnex, ReportKind.MeetingList, ReportKind.LeagueTable, ReportKind.PlanTable];

    readonly CallInvoker _office = year.Suite.Reporting.GrpcInvoker(TestTokens.For(Role.Office));
    readonly ConcurrentDictionary<string, FigureTrace> _traces = [];

    public ReportService.ReportServiceClient Reports => new(_office);

    public IReadOnlyList<Printed> All { get; private set; } = [];

    public Printed Bulletin(int quarter) => Of(ReportKind.Bulletin).Single(p => p.Report.Quarter == quarter);

    public IEnumerable<Printed> Of(ReportKind kind) => All.Where(p => p.Report.Kind == kind);

    /// <summary>What stands behind a figure; asked for once, and without the owner's audit, which would be asked again for each of thousands.</summary>
    public async Task<FigureTrace> TraceAsync(ReportFigure figure) =>
        _traces.TryGetValue(figure.Name, out var known) ? known : _traces[figure.Name] = await Reports.TraceFigureAsync(new() { Name = figure.Name });

    public static async Task<Press> PrintAsync(YearRun year)
    {
        using var owners = AskTheOwners(year);
        await HeardAsync(year);
        var press = new Press(year);
        var all = new List<Printed>();
        // The run after them ranks by the office's points as asked for when it begins.
        for (var quarter = 1; quarter <= 4; quarter++)
            all.Add(await press.ReadAsync((await press.Reports.CreateReportAsync(new() { Report = new() { Kind = ReportKind.Bulletin, Plan = YearRun.Plan, Quarter = quarter } })).Name));
        foreach (var item in await press.RunAsync()) all.Add(await press.ReadAsync(item.Report));
        press.All = all;
        return press;
    }

    /// <summary>The service was started before the others were: now it is told where they are, until the end of what is asked of it.</summary>
    public static IDisposable AskTheOwners(YearRun year)
    {
        var configuration = year.Suite.Reporting.Services.GetRequiredService<IConfiguration>();
        configuration["services:tasks:grpc:0"] = year.Suite.Tasks.Grpc.ToString();
        configuration["services:directory:grpc:0"] = year.Suite.Directory.Grpc.ToString();
        return new Asked(configuration);
    }

    /// <summary>Until everything accepted has arrived.</summary>
    public static async Task HeardAsync(YearRun year)
    {
        var ledger = await year.Ledger;
        var lights = await new Database(year.Suite.TasksDatabase).CountAsync("SELECT count(*) FROM light_mark WHERE report_unit_id IS NULL");
        var ends = await new Database(year.Suite.TasksDatabase).CountAsync("SELECT count(*) FROM audit_entry WHERE action IN ('ApproveClosing', 'CarryOverTask', 'ReopenTask')");
        await using var count = year.Suite.Reporting.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            $"""
             SELECT (SELECT count(*) FROM accepted_report WHERE plan = '{YearRun.Plan}') = {ledger.Reports.Count} AND (SELECT count(*) FROM light_change) = {lights}
                AND (SELECT count(*) FROM case_step WHERE kind = 'TASK') = {ends}
             """);
        await Eventually.HoldsAsync(async () => (bool)(await count.ExecuteScalarAsync())!);
    }

    async Task<IReadOnlyList<RunItem>> RunAsync()
    {
        var runs = new RunService.RunServiceClient(_office);
        var run = await runs.CreateRunAsync(new() { Run = new() { Plan = YearRun.Plan, Quarter = 4, Kinds = { Kinds } } });
        using var progress = runs.WatchRun(new() { Name = run.Name });
        await foreach (var told in progress.ResponseStream.ReadAllAsync()) run = told;
        run.Items.Where(i => i.Error.Length > 0).Select(i => $"{i.Kind} {i.Subject}: {i.Error}").ShouldBeEmpty();
        (run.State, run.Done, run.Failed).ShouldBe((Run.Types.State.Done, run.Items.Count, 0));
        return run.Items;
    }

    public async Task<Printed> ReadAsync(string name)
    {
        var figures = new List<ReportFigure>();
        for (var request = new ListFiguresRequest { Parent = name, PageSize = 1000 }; ;)
        {
            var page = await Reports.ListFiguresAsync(request);
            figures.AddRange(page.Figures);
            if ((request.PageToken = page.NextPageToken).Length == 0) return new(await Reports.GetReportAsync(new() { Name = name }), figures);
        }
    }

    sealed class Asked(IConfiguration configuration) : IDisposable
    {
        public void Dispose() => configuration["services:tasks:grpc:0"] = "";
    }
}
