using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Testing;

namespace Suite.Directory.Tests;

/// <summary>A directory filled from seeds/directory.yaml, with demo accounts, on a database of its own.</summary>
public sealed class DirectoryFixture : IAsyncLifetime
{
    public const string AdminPassword = "admin-for-tests";
    public const string DemoPassword = "demo";

    readonly PostgresFixture _postgres = new();
    readonly Dictionary<string, string> _tokens = [];

    public static string SeedFile => Path.Combine(Repository.Root, "seeds", "directory.yaml");

    public TestHost<DirectoryDbContext> Host { get; private set; } = null!;

    public string ConnectionString => _postgres.ConnectionString;

    public static Dictionary<string, string?> Settings(string connection) => new()
    {
        ["ConnectionStrings:directorydb"] = connection, ["Seeds:Path"] = SeedFile,
        ["SUITE_ADMIN_PASSWORD"] = AdminPassword, ["SUITE_DEMO_PASSWORD"] = DemoPassword,
    };

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        Host = TestHost<DirectoryDbContext>.Start(Settings(ConnectionString));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    /// <summary>An access token of a demo account, signed in for once.</summary>
    public async Task<string> TokenAsync(string account = "office")
    {
        if (_tokens.TryGetValue(account, out var token)) return token;
        var answer = await new AuthService.AuthServiceClient(Host.GrpcInvoker()).CreateTokenAsync(new() { Account = account, Password = DemoPassword });
        return _tokens[account] = answer.AccessToken;
    }

    public async Task<UnitService.UnitServiceClient> UnitsAsync(string account = "office") => new(Host.GrpcInvoker(await TokenAsync(account)));

    public async Task<GroupService.GroupServiceClient> GroupsAsync(string account = "office") => new(Host.GrpcInvoker(await TokenAsync(account)));

    public async Task<HttpClient> JsonAsync(string account = "office") => Host.HttpClient(await TokenAsync(account));
}
