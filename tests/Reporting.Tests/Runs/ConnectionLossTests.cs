using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Runs;

public sealed class ConnectionLossTests
{
    /// <summary>The service lives on, as when its database is started anew: what was under way is begun again.</summary>
    [Fact]
    public async Task Run_ConnectionsBrokenAgainAndAgain_IsMadeToItsEnd()
    {
        await using var service = await LoneService.StartAsync();
        var told = new Told("2024-cut");
        foreach (var message in told.Story()) await service.TakeAsync(message);
        var runs = new RunService.RunServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));
        var run = await runs.CreateRunAsync(new()
        {
            Run = new() { Plan = told.Plan, Quarter = 1, Kinds = { ReportKind.Bulletin, ReportKind.Scorecard, ReportKind.LeagueTable, ReportKind.PlanTable, ReportKind.MeetingList } },
        });

        var address = new NpgsqlConnectionStringBuilder(service.ConnectionString) { Pooling = false };
        await using var shelf = new Shelf(address.ConnectionString);
        for (var time = 0; time < 5; time++)
        {
            await Task.Delay(150);
            await shelf.ValueAsync<long>($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{address.Database}' AND pid <> pg_backend_pid()");
            await shelf.LookAsync();
        }

        for (var patience = 0; await shelf.ValueAsync<long>("SELECT count(*) FROM report_run WHERE state <> 2") > 0; patience++)
        {
            patience.ShouldBeLessThan(600);
            await Task.Delay(100);
        }

        (await shelf.LookAsync()).ShouldBe(run.Total);
    }
}
