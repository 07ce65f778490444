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
