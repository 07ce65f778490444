using System.Text;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Storage;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Editions;
using Suite.Testing;

namespace Suite.Tasks.Tests.Commands;

/// <summary>
/// Every command of a task's life, with the database connection cut at each of its writes in turn, at its commit, and after its commit: the
/// same request is sent again until it gets through. Its effect, audit and events are those of a plan in which nothing was cut.
/// </summary>
public sealed class CutCommandsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    const int MostMoments = 40;

    readonly ConnectionKiller _killer = new(postgres.ConnectionString);
    readonly Dictionary<(Role, string?), HttpClient> _clients = [];
    NpgsqlDataSource? _source;
    FakeDirectory? _directory;
    TestHost<TasksDbContext>? _host;

    public async ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(postgres.ConnectionString);
        _directory = await FakeDirectory.StartAsync();
        _host = TestHost<TasksDbContext>.Start(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:tasksdb"] = postgres.ConnectionString,
                ["ConnectionStrings:rabbitmq"] = $"amqp://guest:guest@127.0.0.1:{FreePorts.Take()}",
                ["services:directory:grpc:0"] = _directory.Address.ToString(),
                ["Logging:LogLevel:Default"] = "None",
            },
            services =>
            {
                services.TrustTestTokens();
                services.AddSingleton<IStartupFilter>(_killer);
                services.ConfigureDbContext<TasksDbContext>(options => options.AddInterceptors(_killer));
            });
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_directory is not null) await _directory.DisposeAsync();
        if (_source is not null) await _source.DisposeAsync();
    }

    [Fact]
    public async Task EveryCommand_CutAtEachWriteAndSentAgain_HasOneEffectOneAuditEntryAndItsEvents()
    {
        foreach (var (place, step) in Life.Index())
        {
            (await SendAsync(step, "calm", "", null)).Require(200);
            var (answers, cuts, before) = (new List<string>(), _killer.Cuts, await TraceAsync("harsh"));
            for (var moment = 0; answers.Count == 0; moment++)
            {
                moment.ShouldBeLessThan(MostMoments, step.Path);
                var answer = await SendAsync(step, "harsh", $"{place}", moment);
                if (answer.Status == 200) answers.Add(answer.Body.ToString());
                else answer.Problem(503, "DEPENDENCY_UNAVAILABLE");
                // Cut before the commit nothing stays; after it all is there, once.
                var after = await TraceAsync("harsh");
                if (after.Requests == before.Requests) after.ShouldBe(before, $"{step.Path} cut at {moment}");
                else if (answer.Status != 200) answers.Add("");
                before = after;
            }

            // Once more, unharmed: the first answer again.
            var again = (await SendAsync(step, "harsh", $"{place}", null)).Require(200);
            if (answers[0].Length > 0) again.ToString().ShouldBe(answers[0]);
            (_killer.Cuts - cuts).ShouldBeGreaterThan(2, $"{step.Path} was hardly cut");
            (await TraceAsync("harsh")).Story.ShouldBe((await TraceAsync("calm")).Story, step.Path);
        }

        _killer.Cuts.ShouldBeGreaterThan(150);
        var chain = (await As(Role.Admin, null).PostAsJsonAsync("/v1/tasks/auditEntries:verify", new { }).ReadAsync()).Require(200);
        chain.ToString().ShouldContain("true");
    }

    /// <param name="Path">After /v1/; {0} stands for the plan.</param>
    /// <param name="Body">Null for a document.</param>
    sealed record Step(Role Role, string? Who, HttpMethod Method, string Path, string Body);

    static Step Post(Role role, string? who, string path, string body = "{}") => new(role, who, HttpMethod.Post, path, body);

    static readonly Step[] Life =
    [
        Post(Role.Office, null, "plans:import?plan={0}", Revised.Issued),
        Post(Role.Office, null, "plans/{0}:issue"),
        Post(Role.Reporter, "humen", "plans/{0}/tasks/1:acknowledge"),
        Post(Role.Reporter, "humen", "plans/{0}/tasks/1/reports", """{"quarter":1,"narrative":"已开工","figures":[{"commitment":"plans/{0}/tasks/1/commitments/2","periodValue":"20"}]}"""),
        new(Role.Reporter, "humen", HttpMethod.Patch, "plans/{0}/tasks/1/reports/humen-q1", """{"narrative":"已全面开工"}"""),
        Post(Role.Approver, "humen", "plans/{0}/tasks/1/reports/humen-q1:approve"),
        Post(Role.Reporter, "humen", "plans/{0}/tasks/1/reports/humen-q1:submit"),
        Post(Role.Office, null, "plans/{0}/tasks/1/reports/humen-q1:return", """{"comment":"请补充"}"""),
        Post(Role.Reporter, "humen", "plans/{0}/tasks/1/reports/humen-q1:reopen"),
        Post(Role.Approver, "humen", "plans/{0}/tasks/1/reports/humen-q1:approve"),
        Post(Role.Reporter, "humen", "plans/{0}/tasks/1/reports/humen-q1:submit"),
        Post(Role.Office, null, "plans/{0}/tasks/1/reports/humen-q1:accept"),
        Post(Role.Office, null, "plans/{0}/tasks/1/light:set", """{"light":"LIGHT_RED","reason":"滞后"}"""),
        Post(Role.Reporter, "humen", "plans/{0}/tasks/1/adjustments", """{"kind":"ADJUSTMENT_KIND_TARGET","newTarget":"完成工业投资 90 亿元。","reason":"推迟"}"""),
        Post(Role.Approver, "humen", "plans/{0}/tasks/1/adjustments/1:submit"),
        Post(Role.Leader, "liu-guangbin", "plans/{0}/tasks/1/adjustments/1:endorse"),
        Post(Role.Office, null, "plans/{0}/tasks/1/adjustments/1:approve", """{"reason":"同意"}"""),
        Post(Role.Leader, "liu-guangbin", "plans/{0}/tasks/1/instructions", """{"text":"请办"}"""),
        Post(Role.Reporter, "humen", "plans/{0}/tasks/1/instructions/1:answer", """{"text":"已办"}"""),
        Post(Role.Office, null, "plans/{0}/tasks/1/questions", """{"text":"何时？"}"""),
        Post(Role.Reporter, "humen", "plans/{0}/tasks/1/questions/1:answer", """{"text":"月底"}"""),
        Post(Role.Approver, "humen", "plans/{0}/tasks/1/closings", """{"text":"完成"}"""),
        Post(Role.Office, null, "plans/{0}/tasks/1/closings/1:approve", """{"text":"同意"}"""),
        Post(Role.Office, null, "plans/{0}/tasks/1:reopen", """{"reason":"未完"}"""),
        Post(Role.Approver, "humen", "plans/{0}:cascade"),
        Post(Role.Approver, "humen", "plans/{0}-humen:issue"),
        Post(Role.Office, null, "plans:import?plan={0}", Revised.Edition),
        Post(Role.Office, null, "plans/{0}/editions/1:accept", """{"reason":"修订"}"""),
        Post(Role.Office, null, "plans/{0}/tasks/2/assignments/development-reform:handOver", """{"units":["units/water"],"reason":"调整"}"""),
    ];

    async Task<Answer> SendAsync(Step step, string plan, string key, int? moment)
    {
        var document = !step.Body.StartsWith('{');
        using var request = new HttpRequestMessage(step.Method, $"/v1/{step.Path.Replace("{0}", plan, StringComparison.Ordinal)}")
        {
            Content = new StringContent(step.Body.Replace("{0}", plan, StringComparison.Ordinal), Encoding.UTF8, document ? "text/plain" : "application/json"),
        };
        if (key.Length > 0) request.Headers.Add("Idempotency-Key", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]);
        if (moment is { } at) request.Headers.Add(ConnectionKiller.Header, $"{at}");
        return await As(step.Role, step.Who).SendAsync(request).ReadAsync();
    }

    HttpClient As(Role role, string? who)
    {
        if (_clients.TryGetValue((role, who), out var known)) return known;
        var (unit, person) = (role is Role.Reporter or Role.Approver ? $"units/{who}" : null, role == Role.Leader ? $"people/{who}" : null);
        return _clients[(role, who)] = _host!.HttpClient(TestTokens.For(role, unit, person));
    }

    /// <param name="Requests">Answers kept to request ids.</param>
    /// <param name="Story">What audit and events tell of the plan, in order, the plan's name left out.</param>
    sealed record Trace(long Requests, string Story);

    async Task<Trace> TraceAsync(string plan)
    {
        await using var command = _source!.CreateCommand($"""
            SELECT (SELECT count(*) FROM handled_request),
                (SELECT string_agg(action || ' ' || resource, E'\n' ORDER BY sequence) FROM audit_entry WHERE resource LIKE '%plans/{plan}%')
                || E'\n\n' || (SELECT string_agg(type, E'\n' ORDER BY sequence) FROM outbox_message WHERE payload::text LIKE '%plans/{plan}%')
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new(reader.GetInt64(0), reader.IsDBNull(1) ? "" : reader.GetString(1).Replace(plan, "…", StringComparison.Ordinal));
    }
}
