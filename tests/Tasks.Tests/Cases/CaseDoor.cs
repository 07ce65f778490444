using System.Text.Json;
using Npgsql;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Cases;

/// <summary>One plan's cases through the JSON doors, as the people who deal with them.</summary>
sealed class CaseDoor(TasksFixture suite, string plan)
{
    public const string Lead = "humen";
    public const string Leader = "liu-guangbin";

    public async Task<CaseDoor> IssuedAsync()
    {
        await suite.IssueAsync(plan, Tables.TwoTasks);
        (await PostAs(Role.Reporter, "tasks/1:acknowledge", new { })).Require(200);
        return this;
    }

    /// <summary>Drafts the first quarter's report on the first task.</summary>
    public async Task<JsonElement> DraftedAsync() => (await PostAs(Role.Reporter, "tasks/1/reports", new
    {
        quarter = 1, narrative = "已开工", figures = new[] { new { commitment = $"plans/{plan}/tasks/1/commitments/2", periodValue = "20" } },
    })).Require(200);

    /// <summary>Takes that report to the office.</summary>
    public async Task SubmittedAsync()
    {
        await DraftedAsync();
        (await PostAs(Role.Approver, "tasks/1/reports/humen-q1:approve")).Require(200);
        (await PostAs(Role.Reporter, "tasks/1/reports/humen-q1:submit")).Require(200);
    }

    public async Task AcceptedAsync()
    {
        await SubmittedAsync();
        (await PostAs(Role.Office, "tasks/1/reports/humen-q1:accept")).Require(200);
    }

    public HttpClient As(Role role) => suite.As(role, role is Role.Reporter or Role.Approver ? Lead : null, role == Role.Leader ? Leader : null);

    public Task<Answer> PostAs(Role role, string path, object? body = null) => As(role).PostAsJsonAsync(Url(path), body ?? new { }).ReadAsync();

    public Task<Answer> PatchAs(Role role, string path, object body) => As(role).PatchAsJsonAsync(Url(path), body).ReadAsync();

    public Task<Answer> GetAs(Role role, string path) => As(role).GetAsync(Url(path)).ReadAsync();

    public async Task<JsonElement> GetAsync(string path) => (await GetAs(Role.Observer, path)).Require(200);

    public string Url(string path) => $"/v1/plans/{plan}/{path}";

    public async Task<string?> RowAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(suite.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
