using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Runs;

public sealed class CrashTests
{
    /// <summary>What a killed service leaves is what its broken connections leave: here each is broken, again and again, while documents are made.</summary>
    [Fact]
    public async Task Run_CutOffAgainAndAgain_LeavesNoHalfDocumentAndIsMadeToItsEnd()
    {
        await using var service = await LoneService.StartAsync();
        var told = new Told("2024-crash");
        foreach (var message in told.Story()) await service.TakeAsync(message);
        var runs = new RunService.RunServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));
        var run = await runs.CreateRunAsync(new()
        {
            Run = new() { Plan = told.Plan, Quarter = 1, Kinds = { ReportKind.Bulletin, ReportKind.Scorecard, ReportKind.LeagueTable, ReportKind.PlanTable, ReportKind.MeetingList } },
        });

        await using var killer = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(service.ConnectionString) { Database = "postgres" }.ConnectionString);
        for (var time = 0; time < 5; time++)
        {
            await Task.Delay(150);
            await CountAsync(killer, $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(service.ConnectionString).Database}'");
            await WholeAsync(service);
        }

        await using var source = NpgsqlDataSource.Create(service.ConnectionString);
        for (var patience = 0; await CountAsync(source, "SELECT count(*) FROM report_run WHERE state <> 2") > 0; patience++)
        {
            patience.ShouldBeLessThan(600);
            await Task.Delay(100);
        }

        (await CountAsync(source, "SELECT count(*) FROM report_run_item WHERE done AND report_id IS NOT NULL AND error IS NULL")).ShouldBe(run.Total);
        (await CountAsync(source, "SELECT count(*) FROM report")).ShouldBe(run.Total);
        // Numbers without gaps: what was cut off took none.
        (await CountAsync(source, "SELECT max(number) FROM report WHERE kind = 2")).ShouldBe(3);
        await WholeAsync(service);
    }

    /// <summary>Every report that can be seen has all its files and figures.</summary>
    static async Task WholeAsync(LoneService service)
    {
        await using var source = NpgsqlDataSource.Create(service.ConnectionString);
        (await CountAsync(source, """
            SELECT count(*) FROM report r WHERE (SELECT count(*) FROM report_document d WHERE d.report_id = r.id) <> 4
                OR (SELECT count(*) FROM report_figure f WHERE f.report_id = r.id) <> r.figure_count OR r.title = ''
            """)).ShouldBe(0);
    }

    static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
