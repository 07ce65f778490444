using Aspire.Hosting.Testing;
using Npgsql;
using Suite.Tests.Journeys;
using Suite.Tests.Running;

namespace Suite.Tests.Queries;

/// <summary>How often the database is asked: once a page where tasks are listed, and nowhere more often for more rows.</summary>
public sealed class QueryCountTests(SuiteFixture suite)
{
    [Theory]
    [InlineData("v1/plans/2024/tasks?pageSize=100")]
    [InlineData("v1/plans/2024/tasks?pageSize=100&quarter=2")]
    [InlineData("v1/plans/2024/tasks?pageSize=100&unit=public-security")]
    [InlineData("v1/plans/2024/tasks?pageSize=100&q=项目")]
    public async Task ListTasks_OnePage_IsOneQuery(string path)
    {
        var statements = await StatementsOfAsync(path, "tasksdb", atMost: 1);
        statements.Count.ShouldBe(1, string.Join("\n---\n", statements));
    }

    [Theory]
    [InlineData("v1/plans/2024/tasks?", "tasksdb")]
    [InlineData("v1/plans/2024/tasks/1/assignments?", "tasksdb")]
    [InlineData("v1/plans?", "tasksdb")]
    [InlineData("v1/indicators?plan=plans/2024&", "indicatorsdb")]
    [InlineData("v1/reports?plan=plans/2024&", "reportingdb")]
    [InlineData("v1/units?", "directorydb")]
    [InlineData("v1/groups?", "directorydb")]
    public async Task List_MoreRows_TakeNoMoreQueries(string path, string database)
    {
        var one = await StatementsOfAsync($"{path}pageSize=1", database, atMost: 2);
        var many = await StatementsOfAsync($"{path}pageSize=200", database, one.Count);
        many.Count.ShouldBeLessThanOrEqualTo(one.Count, string.Join("\n---\n", many));
        many.Count.ShouldBeLessThanOrEqualTo(2, string.Join("\n---\n", many));
    }

    [Fact]
    public async Task Import_WholePlan_AsksTheDirectoryAFewTimesNotOncePerName()
    {
        var document = await File.ReadAllBytesAsync(PlanDocuments.Main, TestContext.Current.CancellationToken);
        var office = await suite.Accounts.Office;
        await using var log = await StatementLog.OpenAsync(suite);

        (await suite.Json.PostDocumentAsync("v1/plans:import?plan=counted&dryRun=true", document, office)).Good();

        var statements = await log.StatementsAsync("directorydb");
        statements.Count.ShouldBeLessThanOrEqualTo(12, string.Join("\n---\n", statements));
    }

    [Fact]
    public async Task Report_AllSteps_TakeABoundedNumberOfQueries()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        var journey = new ReportJourney(suite, task);
        await suite.Accounts.TokenAsync(task.Reporter);
        await using var log = await StatementLog.OpenAsync(suite);

        await journey.SubmittedAsync();
        await journey.AcceptAsync();

        // Five commands: each checks who calls, whose plan it is and what they may see, claims its place, reads what the answer tells of rules and due dates, writes and audits.
        var statements = await log.StatementsAsync("tasksdb");
        statements.Count.ShouldBeLessThanOrEqualTo(5 * 20, string.Join("\n---\n", statements));
    }

    [Fact]
    public async Task ListTasks_OnePage_IsReadThroughAnIndex()
    {
        var office = await suite.Accounts.Office;
        var before = await SettledScansAsync();
        for (var call = 0; call < 20; call++) (await suite.Json.GetAsync("v1/plans/2024/tasks?pageSize=10", office)).Good();

        var after = await Eventually.SeeAsync("20 index scans", async () =>
            await ScansAsync() is var now && now.Index >= before.Index + 20 ? Tuple.Create(now.Sequential) : null);
        after.Item1.ShouldBe(before.Sequential, "sequential scans of the tasks' table");
    }

    /// <summary>The service's clocks can only add to what an answer takes, so the fewest statements of three looks are the answer's own.</summary>
    /// <param name="atMost">No more looks are taken where one found so few.</param>
    async Task<IReadOnlyList<string>> StatementsOfAsync(string path, string database, int atMost)
    {
        var fewest = await LookAsync(path, database);
        for (var looks = 1; looks < 3 && fewest.Count > atMost; looks++)
            if (await LookAsync(path, database) is var again && again.Count < fewest.Count) fewest = again;
        return fewest;
    }

    async Task<IReadOnlyList<string>> LookAsync(string path, string database)
    {
        var office = await suite.Accounts.Office;
        await using var log = await StatementLog.OpenAsync(suite);
        (await suite.Json.GetAsync(path, office)).Good();
        return await log.StatementsAsync(database);
    }

    /// <summary>The counts once no connection has anything left to add: an idle backend tells what it kept back after ten seconds.</summary>
    async Task<(long Index, long Sequential)> SettledScansAsync()
    {
        for (var last = await ScansAsync();;)
        {
            await Task.Delay(TimeSpan.FromSeconds(11), TestContext.Current.CancellationToken);
            var now = await ScansAsync();
            if (now == last) return now;
            last = now;
        }
    }

    async Task<(long Index, long Sequential)> ScansAsync()
    {
        var server = new NpgsqlConnectionStringBuilder((await suite.App.GetConnectionStringAsync("postgres"))!) { Database = "tasksdb" };
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand("SELECT coalesce(idx_scan, 0), seq_scan FROM pg_stat_user_tables WHERE relname = 'task'");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        (await reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
