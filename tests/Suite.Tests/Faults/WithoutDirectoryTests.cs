using Aspire.Hosting.Testing;
using Npgsql;
using Suite.Tests.Journeys;
using Suite.Tests.Running;

namespace Suite.Tests.Faults;

/// <summary>The directory stopped: who is signed in goes on reading and reporting, also when tasks starts anew meanwhile, and afterwards nothing is missing.</summary>
public sealed class WithoutDirectoryTests(SuiteFixture suite)
{
    [Fact]
    public async Task Report_DirectoryStoppedAndTasksStartedMeanwhile_IsTakenAndNothingIsMissingAfterwards()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        var journey = new ReportJourney(suite, task);
        var observer = await suite.Accounts.TokenAsync("observer");
        foreach (var account in new[] { task.Reporter, task.Approver, "office" }) await suite.Accounts.TokenAsync(account);
        var office = await suite.Accounts.Office;
        await KnownAsync(task.Unit);

        // One change while tasks is away, then the directory goes too, before tasks can hear of it.
        await suite.StopAsync("tasks");
        var founded = await FoundAsync(office);
        await suite.StopAsync("directory");
        await suite.StartAsync("tasks");
        await journey.SubmittedAsync();
        await journey.AcceptAsync();
        foreach (var read in new[] { $"v1/{TrialPlan.Name}/tasks?unit={task.Unit}", $"v1/{task.Task}", $"v1/{task.Task}/assignments", $"v1/{task.Report}" })
            (await suite.Json.GetAsync(read, observer)).Good();
        (await IsKnownAsync(founded)).ShouldBeFalse("the directory was away when tasks started");

        await suite.StartAsync("directory");
        await KnownAsync(founded);
        await IndicatorView.ObservedAsync(suite, task);
        await Eventually.SeeAsync("the copy's age in the health report", async () =>
            (await new HttpClient().GetStringAsync(new Uri(suite.App.GetEndpoint("tasks", "http"), "health/ready"), TestContext.Current.CancellationToken)) is var said
            && said.Contains("copy of directory as of", StringComparison.Ordinal) && !said.Contains("Degraded", StringComparison.Ordinal) ? said : null);
    }

    async Task<string> FoundAsync(string office)
    {
        var id = $"founded-{Guid.NewGuid():n}"[..20];
        var unit = new { displayName = $"新设{id}", englishName = id, kind = "UNIT_KIND_OTHER" };
        (await suite.Json.PostAsync($"v1/units?unitId={id}", unit, office)).Good();
        return id;
    }

    Task<string> KnownAsync(string unit) => Eventually.SeeAsync($"{unit} in the copy", async () => await IsKnownAsync(unit) ? unit : null);

    async Task<bool> IsKnownAsync(string unit)
    {
        var server = new NpgsqlConnectionStringBuilder((await suite.App.GetConnectionStringAsync("postgres"))!) { Database = "tasksdb" };
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand("SELECT count(*) FROM known_unit WHERE unit_id = $1");
        command.Parameters.Add(new() { Value = unit });
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0;
    }
}
