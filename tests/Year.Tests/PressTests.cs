using System.Globalization;
using Npgsql;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Testing;
using ScoreService = Suite.Tasks.V1.ScoreService;

namespace Suite.Year.Tests;

/// <summary>What the reporting service makes of the year.</summary>
public sealed class PressTests(YearRun year)
{
    static readonly string[] Facts =
        ["known_plan", "known_task", "acknowledgement", "report_step", "accepted_figure", "accepted_report", "light_change", "adjustment_step", "case_step"];

    [Fact]
    public async Task ReadModel_DroppedAndRebuiltFromTheFeed_IsRowForRowTheOneFedByEvents()
    {
        AskTheOwners();
        var operators = new ReadModelService.ReadModelServiceClient(year.Suite.Reporting.GrpcInvoker(TestTokens.For(Role.Admin)));
        var ledger = await year.Ledger;
        var source = year.Suite.Reporting.Services.GetRequiredService<NpgsqlDataSource>();
        await Eventually.HoldsAsync(async () => await CountAsync(source, "accepted_report") == ledger.Reports.Count);
        var fed = await RowsAsync(source);

        await using (var drop = source.CreateCommand(string.Join(';', Facts.Select(t => $"DELETE FROM {t}")))) await drop.ExecuteNonQueryAsync();
        var rebuilt = await operators.RebuildReadModelAsync(new());

        (await RowsAsync(source)).ShouldBe(fed);
        rebuilt.RowCount.ShouldBe(fed.Count);
        (await operators.VerifyReadModelAsync(new())).ShouldSatisfyAllConditions(v => v.Equal.ShouldBeTrue(), v => v.RowCount.ShouldBe(fed.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Bulletin_OfAQuarter_HasTheOfficesPointsAndTheReportsThatWereAccepted(int quarter)
    {
        AskTheOwners();
        var ledger = await year.Ledger;
        var source = year.Suite.Reporting.Services.GetRequiredService<NpgsqlDataSource>();
        await Eventually.HoldsAsync(async () => await CountAsync(source, "accepted_report") == ledger.Reports.Count);
        var reports = new ReportService.ReportServiceClient(year.Suite.Reporting.GrpcInvoker(TestTokens.For(Role.Office)));
        var made = await reports.CreateReportAsync(new() { Report = new() { Kind = ReportKind.Bulletin, Plan = YearRun.Plan, Quarter = quarter } });

        var figures = await FiguresAsync(reports, made);

        var accepted = year.Desks.Where(d => ledger.Of(d, quarter) is not null).Select(d => d.Task).Distinct().Count();
        figures.Single(f => f.Formula == "count(accepted)").Value.ShouldBe($"{accepted}");
        var scores = await new ScoreService.ScoreServiceClient(year.Suite.As(Role.Office)).ListScoresAsync(new() { Parent = YearRun.Plan, Quarter = quarter, PageSize = 1000 });
        var points = scores.Scores.ToLookup(s => s.DisplayName, s => decimal.Parse(s.Points, CultureInfo.InvariantCulture));
        var told = figures.Where(f => f.Formula.StartsWith("score(unit = ", StringComparison.Ordinal)).ToList();
        told.Count.ShouldBeGreaterThan(30);
        foreach (var figure in told)
            points[figure.Formula["score(unit = ".Length..figure.Formula.LastIndexOf(", ", StringComparison.Ordinal)]].ShouldContain(decimal.Parse(figure.Value, CultureInfo.InvariantCulture), figure.Formula);
        (await reports.VerifyReportAsync(new() { Name = made.Name })).Intact.ShouldBeTrue();
    }

    /// <summary>The service was started before the others were: now it is told where they are.</summary>
    void AskTheOwners()
    {
        var configuration = year.Suite.Reporting.Services.GetRequiredService<IConfiguration>();
        configuration["services:tasks:grpc:0"] = year.Suite.Tasks.Grpc.ToString();
        configuration["services:directory:grpc:0"] = year.Suite.Directory.Grpc.ToString();
    }

    static async Task<List<ReportFigure>> FiguresAsync(ReportService.ReportServiceClient reports, Report made)
    {
        var figures = new List<ReportFigure>();
        for (var request = new ListFiguresRequest { Parent = made.Name, PageSize = 1000 }; ;)
        {
            var page = await reports.ListFiguresAsync(request);
            figures.AddRange(page.Figures);
            if ((request.PageToken = page.NextPageToken).Length == 0) return figures;
        }
    }

    static async Task<long> CountAsync(NpgsqlDataSource source, string table)
    {
        await using var command = source.CreateCommand($"SELECT count(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    static async Task<List<string>> RowsAsync(NpgsqlDataSource source)
    {
        var rows = new List<string>();
        foreach (var table in Facts)
        {
            await using var command = source.CreateCommand($"SELECT '{table} ' || to_jsonb(t)::text FROM {table} t ORDER BY 1");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
