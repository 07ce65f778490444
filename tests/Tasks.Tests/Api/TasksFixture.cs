using System.Text;
using System.Text.Json;
using Grpc.Core;
using Npgsql;
using Suite.Auth.V1;
using Suite.Tasks.Storage;
using Suite.Testing;

namespace Suite.Tasks.Tests.Api;

/// <summary>The tasks service on a database of its own, beside a small directory; one for each test class.</summary>
public sealed class TasksFixture : IAsyncLifetime
{
    readonly PostgresFixture _postgres = new();
    FakeDirectory? _directory;
    TestHost<TasksDbContext>? _host;

    public string ConnectionString => _postgres.ConnectionString;

    /// <summary>What the directory beside it tells; the test may change it.</summary>
    public FakeOrganization Organization { get; } = new();

    public IServiceProvider Services => Host.Services;

    /// <summary>What the service asks of its database.</summary>
    public Statements Statements { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _directory = await FakeDirectory.StartAsync(Organization);
        StartService();
    }

    /// <summary>The directory goes away.</summary>
    public ValueTask StopDirectoryAsync() => _directory!.DisposeAsync();

    /// <summary>… and comes back where it was.</summary>
    public async Task StartDirectoryAsync() => _directory = await FakeDirectory.StartAsync(Organization, _directory!.Address.Port);

    /// <summary>The service ends and is started anew on its database.</summary>
    public async Task RestartServiceAsync()
    {
        await Host.DisposeAsync();
        StartService();
    }

    void StartService() =>
        _host = TestHost<TasksDbContext>.Start(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:tasksdb"] = _postgres.ConnectionString,
                // No broker listens there: commands are taken all the same, their events wait in the outbox.
                ["ConnectionStrings:rabbitmq"] = $"amqp://guest:guest@127.0.0.1:{FreePorts.Take()}",
                ["services:directory:grpc:0"] = _directory!.Address.ToString(),
            },
            services =>
            {
                services.TrustTestTokens();
                services.ConfigureDbContext<TasksDbContext>(options => options.AddInterceptors(Statements));
            });

    public HttpClient As(Role role, string? unit = null, string? person = null) => Host.HttpClient(Token(role, unit, person));

    /// <summary>An account that nobody else of the test class uses: what is counted by account is counted for this one alone.</summary>
    public HttpClient AsAccount(string account, Role role, string unit) => Host.HttpClient(TestTokens.For(account, [role], $"units/{unit}"));

    public HttpClient Anonymous() => Host.HttpClient();

    public CallInvoker Grpc(string? token) => Host.GrpcInvoker(token);

    public CallInvoker GrpcAs(Role role, string? unit = null) => Host.GrpcInvoker(Token(role, unit, null));

    /// <summary>Imports a table as a draft and answers with the import's JSON.</summary>
    public async Task<JsonElement> ImportAsync(string plan, string table)
    {
        var answer = await As(Role.Office).PostAsync($"/v1/plans:import?plan={plan}", new StringContent(table, Encoding.UTF8, "text/plain"));
        return (await answer.ReadAsync()).Require(200);
    }

    public async Task IssueAsync(string plan, string table)
    {
        await ImportAsync(plan, table);
        (await (await As(Role.Office).PostAsJsonAsync($"/v1/plans/{plan}:issue", new { })).ReadAsync()).Require(200);
    }

    /// <summary>The first column of what a query finds, as text.</summary>
    public async Task<List<string>> ColumnAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_directory is not null) await _directory.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    TestHost<TasksDbContext> Host => _host ?? throw new InvalidOperationException("The fixture has not been started.");

    static string Token(Role role, string? unit, string? person) =>
        TestTokens.For(role, unit is null ? null : $"units/{unit}", person is null ? null : $"people/{person}");
}
