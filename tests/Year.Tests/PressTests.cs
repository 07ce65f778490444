using System.Globalization;
using Npgsql;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Testing;
using ScoreService = Suite.Tasks.V1.ScoreService;

namespace Suite.Year.Tests;

/// <summary>What the reporting service makes of the year.</summary>
[Collection(nameof(Press))]
public sealed class PressTests(YearRun year)
{
    static readonly string[] Facts =
        ["known_plan", "known_task", "acknowledgement", "report_step", "accepted_figure", "accepted_report", "light_change", "adjustment_step", "case_step"];

    [Fact]
    public async Task ReadModel_DroppedAndRebuiltFromTheFeed_IsRowForRowTheOneFedByEvents()
    {
        using var owners = Press.AskTheOwners(year);
        var operators = new ReadModelService.ReadModelServiceClient(year.Suite.Reporting.GrpcInvoker(TestTokens.For(Role.Admin)));
        await Press.HeardAsync(year);
        var source = year.Suite.Reporting.Services.GetRequiredService<NpgsqlDataSource>();
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
        var (press, ledger) = (await year.Press, await year.Ledger);
        var (made, figures) = press.Bulletin(quarter);

        // Those of which every lead unit's report was.
        var accepted = year.Desks.Where(d => d.Quarters.Contains(quarter)).GroupBy(d => d.Task).Count(t => t.All(d => ledger.Of(d, quarter) is not null));
        figures.Single(f => f.Formula == "count(accepted)").Value.ShouldBe($"{accepted}");
        var scores = await new ScoreService.ScoreServiceClient(year.Suite.As(Role.Office)).ListScoresAsync(new() { Parent = YearRun.Plan, Quarter = quarter, PageSize = 1000 });
        var points = scores.Scores.ToLookup(s => s.DisplayName, s => decimal.Parse(s.Points, CultureInfo.InvariantCulture));
        var told = figures.Where(f => f.Formula.StartsWith("score(unit = ", StringComparison.Ordinal)).ToList();
        told.Count.ShouldBeGreaterThan(30);
        foreach (var figure in told)
            points[figure.Formula["score(unit = ".Length..figure.Formula.LastIndexOf(", ", StringComparison.Ordinal)]].ShouldContain(decimal.Parse(figure.Value, CultureInfo.InvariantCulture), figure.Formula);
        (await press.Reports.VerifyReportAsync(new() { Name = made.Name })).Intact.ShouldBeTrue();
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
