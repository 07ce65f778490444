using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;
using Npgsql;
using Suite.Tests.Running;

namespace Suite.Tests.Queries;

/// <summary>
/// Every statement the suite's PostgreSQL runs while this is open, as the server itself logs it: what a service says of its queries is
/// not asked.
/// </summary>
public sealed partial class StatementLog : IAsyncDisposable
{
    /// <summary>What a session sends around its statements, and health checks.</summary>
    static readonly string[] Frames = ["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "DISCARD", "SELECT 1"];

    /// <summary>What goes on whether somebody calls or not: events and webhooks sent, feeds followed, ended sign-ins read, runs and clocks looked after.</summary>
    static readonly string[] Beside =
    [
        "outbox_message", "webhook_delivery", "directory_change", "feed_position", "FROM revocation", "kept_document", "report_run", "advisory",
        "INSERT INTO known_", "UPDATE known_", "DELETE FROM known_",
    ];

    readonly NpgsqlDataSource _server;
    readonly string _file;
    readonly long _start;

    StatementLog(NpgsqlDataSource server, string file) => (_server, _file, _start) = (server, file, new FileInfo(file).Length);

    public static async Task<StatementLog> OpenAsync(SuiteFixture suite)
    {
        var server = NpgsqlDataSource.Create((await suite.App.GetConnectionStringAsync("postgres"))!);
        await ExecuteAsync(server, "ALTER SYSTEM SET log_line_prefix = '@%d|'", "ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()");
        // The sessions take the new settings with their next statement.
        await Task.Delay(500, TestContext.Current.CancellationToken);
        return new(server, Path.Combine(suite.DataFolder, "logs", "postgres.log"));
    }

    /// <summary>
    /// The statements on a database so far, without those that go on by themselves.
    /// </summary>
    public async Task<IReadOnlyList<string>> StatementsAsync(string database)
    {
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await using var stream = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = _start;
        var text = await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);
        return [.. text.Split("\n@").Where(e => e.StartsWith($"{database}|", StringComparison.Ordinal)).Select(Statement).OfType<string>().Where(IsAnswering)];
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(_server, "ALTER SYSTEM RESET log_statement", "ALTER SYSTEM RESET log_line_prefix", "SELECT pg_reload_conf()");
        await _server.DisposeAsync();
    }

    static string? Statement(string entry) =>
        Logged.Match(entry) is { Success: true } match ? match.Groups["sql"].Value : null;

    static bool IsAnswering(string sql) =>
        !Frames.Any(frame => sql.StartsWith(frame, StringComparison.Ordinal)) && !Beside.Any(word => sql.Contains(word, StringComparison.Ordinal));

    static async Task ExecuteAsync(NpgsqlDataSource server, params string[] statements)
    {
        foreach (var statement in statements)
        {
            // ALTER SYSTEM takes no part in a transaction, so each goes alone.
            await using var command = server.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
    }

    [GeneratedRegex(@"LOG:\s+(statement|execute [^:]*): (?<sql>.*)", RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Logged { get; }
}
