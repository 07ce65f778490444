using System.Net;
using System.Text.Json;
using Google.Protobuf;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Indicators.V1;
using Suite.Testing;

namespace Suite.Indicators.Tests.Rebuilding;

/// <summary>Recomputing from the change feed of tasks gives the same state, bit for bit, whatever the order in which events were heard.</summary>
[Collection(nameof(Suite.Tasks))]
public sealed class RebuildTests(IndicatorsService service, PostgresFixture tasks) : IClassFixture<PostgresFixture>
{
    readonly RebuildService.RebuildServiceClient _operator = new(service.Host.GrpcInvoker(TestTokens.For(Role.Admin)));

    [Fact]
    public async Task Rebuild_AfterDamageAndFromNothing_IsTheSameBitForBit()
    {
        await using var feed = TasksFeed.Open(tasks.ConnectionString, service.Tasks);
        await ReachedAsync();
        foreach (var seed in Enumerable.Range(1, 3))
        {
            var told = new Told(service.NewPlan());
            var plan = $"plans/{told.Plan}";
            var story = Story(told);
            var heard = story.Zip(await feed.TellAsync(story)).ToArray();
            new Random(seed).Shuffle(heard);
            await Task.WhenAll(heard.Select(e => service.Events.SendAsync(e.First, e.Second)));

            var verified = await _operator.VerifyTaskSeriesAsync(new() { Plan = plan });
            (verified.Events, verified.Unheard, verified.Count).ShouldBe((story.Length, 0, 0), $"seed {seed}: {string.Join("; ", verified.Differences)}");
            var before = await StateAsync(told);

            await DamageAsync(told);
            var found = await _operator.VerifyTaskSeriesAsync(new() { Plan = plan });
            found.Differences.Select(d => d.Kind).Distinct().ShouldBe(["indicator", "target", "observation", "figure"], ignoreOrder: true, string.Join("; ", found.Differences));
            found.Differences.ShouldContain(d => d.Kind == "target" && d.Kept == "" && d.Told != "");
            (await StateAsync(told)).ShouldNotBe(before);
            (await _operator.RebuildTaskSeriesAsync(new() { Plan = plan })).Count.ShouldBe(found.Count);
            (await _operator.VerifyTaskSeriesAsync(new() { Plan = plan })).Differences.ShouldBeEmpty();
            (await StateAsync(told)).ShouldBe(before, $"seed {seed}");

            await ForgetAsync(told, heard.Select(e => e.Second));
            (await _operator.VerifyTaskSeriesAsync(new() { Plan = plan })).Unheard.ShouldBe(story.Length);
            await _operator.RebuildTaskSeriesAsync(new() { Plan = plan });
            (await StateAsync(told)).ShouldBe(before, $"seed {seed}");
            // What comes over the bus after all has no effect any more.
            foreach (var (message, id) in heard) await service.Events.SendAsync(message, id);
            (await _operator.VerifyTaskSeriesAsync(new() { Plan = plan })).ShouldSatisfyAllConditions(v => v.Count.ShouldBe(0), v => v.Unheard.ShouldBe(0));
            (await StateAsync(told)).ShouldBe(before, $"seed {seed}");
        }

        using var json = await service.Host.HttpClient(TestTokens.For(Role.Admin)).PostAsJsonAsync("/v1/indicators:verify", new { plan = "plans/none" });
        (await json.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("differences", out var none).ShouldBe(json.StatusCode == HttpStatusCode.OK && none.ValueKind == JsonValueKind.Array);
    }

    [Fact]
    public async Task Verify_WithoutTasks_SaysSo()
    {
        (await Figured.ProblemAsync(() => _operator.VerifyTaskSeriesAsync(new(), deadline: DateTime.UtcNow.AddSeconds(30)))).Reason.ShouldBe(Reason.DependencyUnavailable);
        (await Figured.ProblemAsync(() => _operator.VerifyTaskSeriesAsync(new() { Plan = "2024" }))).Violations.ShouldHaveSingleItem().Field.ShouldBe("plan");
        (await Figured.ProblemAsync(() => new RebuildService.RebuildServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office))).RebuildTaskSeriesAsync(new()))).Reason
            .ShouldBe(Reason.RoleNotAllowed);
    }

    /// <summary>A service that was away is called again some seconds after it is back; another test may have called in vain.</summary>
    async Task ReachedAsync()
    {
        for (var tries = 0; tries < 30; tries++)
        {
            try
            {
                await _operator.VerifyTaskSeriesAsync(new() { Plan = "plans/none" });
                return;
            }
            catch (Grpc.Core.RpcException away) when (away.StatusCode == Grpc.Core.StatusCode.Unavailable)
            {
                await Task.Delay(500);
            }
        }
    }

    /// <summary>Three tasks, one of which is revised twice and contradicts itself, with reports that are revised and overtake one another.</summary>
    static object[] Story(Told told) =>
    [
        told.Investment(), told.Investment(45), told.Investment(46), told.Accepted(44, 1, 2, 130, 130), told.Accepted(45, 1, 2, 99.5m, 99.5m),
        told.Revised(Other(told)), told.Accepted(44, 2, 3, 170, 300), told.Accepted(44, 1, 2, 131, 131, revision: 2, minutes: 30), told.Revised(told.Investment(), revision: 2),
        told.Accepted(46, 1, 2, 12, 12), told.Accepted(45, 2, 3, 200, 299.5m), told.Revised(told.Investment(46), withdrawn: true),
    ];

    static Contracts.Events.V1.TaskIssued Other(Told told) => told.Issued(
        44, told.Commitment(44, 1, 700, "CUMULATIVE", 1, 2, 3, 4) with { Annual = true }, told.Commitment(44, 3, 350, "CUMULATIVE", 2), told.Commitment(44, 5, 690, "CUMULATIVE", 4));

    /// <summary>Everything that can be asked about the plan, as bytes.</summary>
    async Task<string> StateAsync(Told told)
    {
        var (client, query, targets) = (service.Client(), new QueryService.QueryServiceClient(Door), new TargetService.TargetServiceClient(Door));
        var figures = new FigureService.FigureServiceClient(Door);
        var all = new List<IMessage>();
        foreach (var listed in (await client.ListIndicatorsAsync(new() { Plan = $"plans/{told.Plan}", ShowWithdrawn = true, PageSize = 100 })).Indicators)
        {
            all.Add(await client.GetIndicatorAsync(new() { Name = listed.Name }));
            all.Add(await client.ListObservationsAsync(new() { Parent = listed.Name }));
            all.Add(await figures.ListFigureRevisionsAsync(new() { Series = listed.Name }));
            // The etag tells when something was recorded, not what.
            all.Add(new V1.Series { Points = { (await query.GetSeriesAsync(new() { Name = listed.Name })).Points } });
        }

        all.Add(await targets.ListContradictionsAsync(new() { Plan = $"plans/{told.Plan}" }));
        return string.Join('\n', all.Select(m => Convert.ToBase64String(m.ToByteArray())));
    }

    Grpc.Core.CallInvoker Door => service.Host.GrpcInvoker(TestTokens.For(Role.Observer));

    Task DamageAsync(Told told) => SqlAsync(
        $"""
         UPDATE indicator SET measure = 'x' WHERE id = '{told.Plan}-44-1';
         DELETE FROM target WHERE indicator_id = '{told.Plan}-45-1' AND ordinal = 1;
         UPDATE observation SET period = 1 WHERE task = '{told.Task(45)}' AND quarter = 1;
         DELETE FROM figure WHERE measure = (SELECT number FROM measure_key WHERE name = 'indicators/{told.Plan}-46-1');
         UPDATE figure SET year_to_date = 7 WHERE measure = (SELECT number FROM measure_key WHERE name = 'indicators/{told.Plan}-44-1') AND period = 2024201;
         INSERT INTO figure (measure, entity, period, known_at, mark, change, source, status, comparator, period_value)
         SELECT number, 0, 2024204, now(), 1, 0, (SELECT min(number) FROM figure_source), 3, 0, 5 FROM measure_key WHERE name = 'indicators/{told.Plan}-45-1';
         """);

    Task ForgetAsync(Told told, IEnumerable<Guid> heard) => SqlAsync(
        $"""
         DELETE FROM target WHERE indicator_id LIKE '{told.Plan}-%'; DELETE FROM observation WHERE task LIKE 'plans/{told.Plan}/%'; DELETE FROM contradiction WHERE plan = 'plans/{told.Plan}';
         DELETE FROM figure WHERE measure IN (SELECT number FROM measure_key WHERE name LIKE 'indicators/{told.Plan}-%'); DELETE FROM measure_key WHERE name LIKE 'indicators/{told.Plan}-%';
         DELETE FROM indicator WHERE plan = 'plans/{told.Plan}'; DELETE FROM task WHERE task LIKE 'plans/{told.Plan}/%'; DELETE FROM inbox_message WHERE id IN ({string.Join(", ", heard.Select(id => $"'{id}'"))});
         """);

    async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(service.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
