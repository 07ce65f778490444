using System.Text;
using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Directory.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Cascade;

/// <summary>A town with a station below it, and what its people do with their own plan, by the JSON doors.</summary>
sealed class TownDoor(TasksFixture suite, string above, string town)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Plan => $"{above}-{town}";

    public string Station => $"{town}-station";

    /// <summary>Founds the station and waits until the service knows it.</summary>
    public async Task<TownDoor> FoundedAsync()
    {
        suite.Organization.Put(new Unit { Name = $"units/{Station}", DisplayName = "水务站", Kind = UnitKind.Other, Parent = $"units/{town}" });
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while ((await suite.ColumnAsync($"SELECT unit_id FROM known_unit WHERE unit_id = '{Station}' AND parent_id = '{town}'")).Count == 0)
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(until);
            await Task.Delay(50);
        }

        return this;
    }

    public HttpClient As(Role role) => suite.As(role, town);

    public HttpClient AtStation(Role role) => suite.As(role, Station);

    public Task<Answer> CascadeAsync(object body, Role role = Role.Approver) => As(role).PostAsJsonAsync($"/v1/plans/{above}:cascade", body).ReadAsync();

    /// <summary>Cascades tasks, led by the station, and issues the plan.</summary>
    public async Task<JsonElement> IssuedAsync(params IEnumerable<int> tasks)
    {
        (await CascadeAsync(new { tasks = tasks.Select(n => new { task = $"plans/{above}/tasks/{n}", leadUnits = new[] { $"units/{Station}" } }) })).Require(200);
        return (await IssueAsync(As(Role.Approver))).Require(200);
    }

    public Task<Answer> IssueAsync(HttpClient client) => client.PostAsJsonAsync($"/v1/plans/{Plan}:issue", new { }).ReadAsync();

    public Task<Answer> ImportAsync(HttpClient client, string table) =>
        client.PostAsync($"/v1/plans:import?plan={Plan}", new StringContent(table, Encoding.UTF8, "text/plain")).ReadAsync();

    public async Task<JsonElement> FindingsAsync() =>
        (await As(Role.Approver).GetAsync($"/v1/plans/{Plan}/cascadeFindings").ReadAsync()).Require(200).GetProperty("findings");

    public Task<Answer> SettleAsync(int task, object body) => As(Role.Approver).PostAsJsonAsync($"/v1/plans/{Plan}/tasks/{task}:settleCascade", body).ReadAsync();
}
