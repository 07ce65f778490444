using Grpc.Core;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Storage;
using Suite.Testing;
using BoardService = Suite.Tasks.V1.BoardService;

namespace Suite.Reporting.Tests.Events;

/// <summary>The read model made anew from the owner's feed, on a real database. With a real broker and the real owner it is done after the simulated year.</summary>
public sealed class RebuildTests : IAsyncLifetime
{
    static readonly string[] Facts =
        ["known_plan", "known_task", "acknowledgement", "report_step", "accepted_figure", "accepted_report", "light_change", "adjustment_step", "case_step"];

    readonly FakeFeed _feed = new();
    LoneService _service = null!;

    ReadModelService.ReadModelServiceClient Operator => new(_service.Host.GrpcInvoker(TestTokens.For(Role.Admin)));

    ReportService.ReportServiceClient Office => new(_service.Host.GrpcInvoker(TestTokens.For(Role.Office)));

    public async ValueTask InitializeAsync() => _service = await LoneService.StartAsync(services => services.AddSingleton<BoardService.BoardServiceClient>(_feed));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Rebuild_FactsDropped_AreRowForRowAsEventsMadeThem()
    {
        var told = await HearAsync("2024-drop");
        var issued = await Office.CreateReportAsync(new() { Report = new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 1 } });
        var before = await RowsAsync();
        before.Count.ShouldBeGreaterThan(20);
        await RunAsync(string.Join(';', Facts.Select(t => $"DELETE FROM {t}")));

        var rebuilt = await Operator.RebuildReadModelAsync(new());

        (await RowsAsync()).ShouldBe(before);
        (rebuilt.ChangeCount, rebuilt.RowCount, rebuilt.DifferenceCount).ShouldBe((_feed.Count, before.Count, before.Count));
        (await Office.VerifyReportAsync(new() { Name = issued.Name })).Intact.ShouldBeTrue();
        (await Operator.VerifyReadModelAsync(new())).ShouldSatisfyAllConditions(v => v.Equal.ShouldBeTrue($"{v}"), v => v.RowCount.ShouldBe(before.Count));
    }

    [Fact]
    public async Task Rebuild_EverythingDroppedAndTheLogToo_IsNumberedAsEventsCame()
    {
        await HearAsync("2024-all");
        var before = await RowsAsync();
        await RunAsync(string.Join(';', Facts.Append("plan_change").Append("plan_state").Select(t => $"DELETE FROM {t}")));

        await Operator.RebuildReadModelAsync(new());

        (await RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Verify_ATableTamperedWith_NamesEveryRow()
    {
        var told = await HearAsync("2024-tamper");
        await RunAsync($"""
            UPDATE known_task SET target = 'another' WHERE name = '{told.Task(2)}' AND revision = 0;
            DELETE FROM acknowledgement WHERE task = '{told.Task(1)}';
            INSERT INTO light_change (task, time, plan, light, rule, reason, account, display_name, heard) VALUES ('{told.Task(1)}', now(), '{told.Plan}', 3, '', '', '', '', 0)
            """);

        var verified = await Operator.VerifyReadModelAsync(new());

        verified.Equal.ShouldBeFalse();
        verified.Differences.Select(d => (d.Kind, d.Table, string.Join(',', d.Columns))).ShouldBe(
            [
                (ReadModelDifference.Types.Kind.Different, "known_task", "target"), (ReadModelDifference.Types.Kind.Missing, "acknowledgement", ""),
                (ReadModelDifference.Types.Kind.Unknown, "light_change", ""),
            ]);
        verified.Differences[0].Key.ShouldContain(told.Task(2));

        (await Operator.RebuildReadModelAsync(new())).DifferenceCount.ShouldBe(3);
        (await Operator.VerifyReadModelAsync(new())).Equal.ShouldBeTrue();
    }

    [Fact]
    public async Task Rebuild_WhatWasHeardIsHeldBackInTheFeed_WaitsForItWhileAnswersGoOn()
    {
        var told = await HearAsync("2024-held");
        var late = told.Accepted(5, Told.Water, "GREEN", 3);
        _feed.HeldBack = 1;
        await _service.TakeAsync(late, _feed.Add(late));
        var rebuilding = Operator.RebuildReadModelAsync(new(), deadline: DateTime.UtcNow.AddSeconds(60)).ResponseAsync;
        // Read to its end, and asked once more.
        await UntilAsync(() => _feed.Answers > (_feed.Count / 5) + 1);

        rebuilding.IsCompleted.ShouldBeFalse();
        (await AcceptedAsync(told)).ShouldBe(2);
        (await Should.ThrowAsync<RpcException>(() => Operator.VerifyReadModelAsync(new()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        _feed.HeldBack = 0;

        (await rebuilding).ShouldSatisfyAllConditions(r => r.ChangeCount.ShouldBe(_feed.Count), r => r.DifferenceCount.ShouldBe(0));
        (await AcceptedAsync(told)).ShouldBe(2);
    }

    [Fact]
    public async Task Rebuild_MessageOfTheBusMeanwhile_WaitsForTheEndAndStays()
    {
        var told = await HearAsync("2024-meanwhile");
        var (end, reached, gate) = (_feed.Count, new TaskCompletionSource(), new TaskCompletionSource());
        _feed.Gate = after =>
        {
            if (after != end) return Task.CompletedTask;
            reached.TrySetResult();
            return gate.Task;
        };
        var rebuilding = Operator.RebuildReadModelAsync(new(), deadline: DateTime.UtcNow.AddSeconds(60)).ResponseAsync;
        await reached.Task;
        var late = told.Accepted(5, Told.Water, "GREEN", 3);
        var hearing = _service.TakeAsync(late, _feed.Add(late));

        (await AcceptedAsync(told)).ShouldBe(1);
        hearing.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        (await rebuilding).ChangeCount.ShouldBe(_feed.Count);
        await hearing;

        (await AcceptedAsync(told)).ShouldBe(2);
        (await Operator.VerifyReadModelAsync(new())).Equal.ShouldBeTrue();
    }

    [Fact]
    public async Task Rebuild_BrokenOff_LeavesNothingBehind()
    {
        var told = await HearAsync("2024-broken");
        var before = await RowsAsync();
        var reached = new TaskCompletionSource();
        _feed.Gate = after =>
        {
            if (after == 0) return Task.CompletedTask;
            reached.TrySetResult();
            return Task.Delay(200);
        };
        using (var patience = new CancellationTokenSource())
        {
            var rebuilding = Operator.RebuildReadModelAsync(new(), cancellationToken: patience.Token).ResponseAsync;
            await reached.Task;
            await patience.CancelAsync();
            await Should.ThrowAsync<RpcException>(() => rebuilding);
        }

        _feed.Gate = _ => Task.CompletedTask;
        await UntilAsync(async () => (await ScalarAsync($"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = {AdvisoryLocks.Rebuilding}")) == 0);
        (await ScalarAsync("SELECT count(*) FROM pg_class WHERE relpersistence = 't' AND relkind = 'r'")).ShouldBe(0);
        (await RowsAsync()).ShouldBe(before);
        (await AcceptedAsync(told)).ShouldBe(1);
    }

    [Fact]
    public async Task Verify_YoungEventThatWasNotHeard_IsOnItsWay()
    {
        var told = await HearAsync("2024-young");
        object young = told.Accepted(5, Told.Water, "GREEN", 3), old = told.Acknowledged(3, Told.Water);
        var id = _feed.Add(young, TimeProvider.System.GetUtcNow().AddHours(1));

        (await Operator.VerifyReadModelAsync(new())).ShouldSatisfyAllConditions(v => v.Equal.ShouldBeTrue(), v => v.ChangeCount.ShouldBe(_feed.Count - 1));
        await _service.TakeAsync(young, id);
        (await Operator.VerifyReadModelAsync(new())).ShouldSatisfyAllConditions(v => v.Equal.ShouldBeTrue(), v => v.ChangeCount.ShouldBe(_feed.Count));
        _feed.Add(old);
        (await Operator.VerifyReadModelAsync(new())).Differences.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            d => d.Kind.ShouldBe(ReadModelDifference.Types.Kind.Missing), d => d.Table.ShouldBe("acknowledgement"));
    }

    [Fact]
    public async Task Rebuild_FeedThatTellsNothing_IsRefused()
    {
        var told = new Told("2024-none");
        await _service.TakeAsync(told.Issued());

        (await Should.ThrowAsync<RpcException>(() => Operator.RebuildReadModelAsync(new()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.FailedPrecondition);

        (await RowsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rebuild_OwnerAway_ChangesNothingAndSaysSo()
    {
        var told = await HearAsync("2024-away");
        var before = await RowsAsync();
        _feed.Away = true;

        (await Should.ThrowAsync<RpcException>(() => Operator.RebuildReadModelAsync(new()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unavailable);

        (await RowsAsync()).ShouldBe(before);
        (await AcceptedAsync(told)).ShouldBe(1);
    }

    [Fact]
    public async Task Rebuild_ByTheOffice_IsRefused() =>
        (await Should.ThrowAsync<RpcException>(() => new ReadModelService.ReadModelServiceClient(_service.Host.GrpcInvoker(TestTokens.For(Role.Office))).RebuildReadModelAsync(new()).ResponseAsync))
            .StatusCode.ShouldBe(StatusCode.PermissionDenied);

    async Task<Told> HearAsync(string plan)
    {
        var told = new Told(plan);
        foreach (var message in told.Story().Concat(told.Edition()).Concat(told.Supervision()))
        {
            await _service.TakeAsync(message, _feed.Add(message));
        }

        return told;
    }

    async Task<int> AcceptedAsync(Told told) => (await new OverviewService.OverviewServiceClient(_service.Host.GrpcInvoker(TestTokens.For(Role.Observer)))
        .GetOverviewAsync(new() { Plan = told.Plan, Quarter = 1 })).Counts.Accepted;

    async Task<List<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var table in Facts)
        {
            await using var command = Source().CreateCommand($"SELECT '{table} ' || to_jsonb(t)::text FROM {table} t ORDER BY 1");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        }

        return rows;
    }

    static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 600 && !await holds(); tries++) await Task.Delay(50);
    }

    async Task<long> ScalarAsync(string sql)
    {
        await using var command = Source().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    async Task RunAsync(string sql)
    {
        await using var command = Source().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    NpgsqlDataSource Source() => _service.Host.Services.GetRequiredService<NpgsqlDataSource>();
}
