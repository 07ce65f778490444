using Grpc.Core;
using Shouldly;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Runs;

/// <summary>The service killed with SIGKILL in the middle of its work, and started again.</summary>
public sealed class KillTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    static readonly Told Told = new("2024-kill");

    static readonly ReportKind[] Kinds =
        [ReportKind.Bulletin, ReportKind.Scorecard, ReportKind.LeagueTable, ReportKind.MeetingList, ReportKind.WorkReportAnnex, ReportKind.PlanTable];

    [Fact]
    public async Task Run_KilledAgainAndAgain_ShowsOnlyWholeDocumentsAndEndsWithTheBytesOfAServiceThatWasNot()
    {
        await using var service = await ServiceProcess.StartAsync(database.ConnectionString);
        await using var shelf = new Shelf(database.ConnectionString);
        await Gate.BuildAsync(shelf.Database);
        await TellAsync();

        // While the first two are written: one has half of its files, the other its files and one figure.
        var gate = await Gate.ShutAsync(database.ConnectionString, Gate.Half);
        var run = await service.Runs.CreateRunAsync(new() { Run = new() { Plan = Told.Plan, Quarter = 1, Kinds = { Kinds } } });
        await gate.WaitedForAsync(2);
        await service.KillAsync();
        (await shelf.LookAsync()).ShouldBe(0);
        await gate.DisposeAsync();

        // At no particular moment, with some made, read and worked on.
        gate = await Gate.ShutAsync(database.ConnectionString, Gate.LastKinds);
        await service.StartAgainAsync();
        while (await shelf.LookAsync() < 3) await Task.Delay(20);
        var steps = await Steps.PrepareAsync(service);
        await shelf.ReadAsync(service.Reports);
        await service.KillAsync();
        (await shelf.LookAsync()).ShouldBeLessThan(run.Total);
        await gate.DisposeAsync();

        // When all is written and not committed: documents of the run, and a draft made anew, an issue and a correction beside it.
        gate = await Gate.ShutAsync(database.ConnectionString, Gate.Seal);
        await service.StartAgainAsync();
        await shelf.ReadAsync(service.Reports);
        var asked = steps.All(service);
        await gate.WaitedForAsync(asked.Length + 1);
        await service.KillAsync();
        foreach (var step in asked) await Should.ThrowAsync<RpcException>(step);
        await shelf.LookAsync();
        (await shelf.ValueAsync<long>("SELECT count(*) FROM outbox_message")).ShouldBe(1);
        await gate.DisposeAsync();

        await service.StartAgainAsync();
        await EndAsync(service, run);
        (await shelf.LookAsync()).ShouldBe(run.Total);
        await steps.RepeatAsync(service);
        (await shelf.LookAsync()).ShouldBe(run.Total + 1);
        (await shelf.ValueAsync<long>("SELECT count(*) FROM outbox_message")).ShouldBe(2);
        await new NeverKilled(Told, shelf).MakesTheSameAsync(service.Reports, (await shelf.ReadAsync(service.Reports)).Where(r => r.Version == 1));
    }

    /// <summary>By itself: nobody asks for it to be gone on with.</summary>
    static async Task EndAsync(ServiceProcess service, Run run)
    {
        using var progress = service.Runs.WatchRun(new() { Name = run.Name }, deadline: TimeProvider.System.GetUtcNow().AddMinutes(2).UtcDateTime);
        await foreach (var told in progress.ResponseStream.ReadAllAsync()) run = told;
        (run.State, run.Done, run.Failed).ShouldBe((Run.Types.State.Done, run.Total, 0));
    }

    /// <summary>As messages that the bus has delivered to another replica.</summary>
    async Task TellAsync()
    {
        await using var replica = await LoneService.StartAsync(database: database);
        foreach (var message in Told.Story()) await replica.TakeAsync(message);
    }
}
