using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Local;

/// <summary>Creates a database and the role that owns it, both only where they are missing.</summary>
internal sealed class DatabaseUnit(PostgresDatabaseResource database, UnitContext context) : LocalUnit(database, context)
{
    private readonly PostgresBinaries _binaries = new(context.Configuration);
    private readonly PostgresFolder _folder = new(DataFolder.OwnFolderOf(context.Root, database.Parent.Name));

    public override string Addresses => $"{database.DatabaseName} on 127.0.0.1:{database.Parent.Port}";

    public override bool HasHealthCheck => false;

    // Names and password are psql variables, quoted by psql; the password comes in on standard input, where no process list shows it.
    private string Script => $"""
        \set name '{database.DatabaseName}'
        \set password '{database.Password()}'
        SELECT format('CREATE ROLE %I LOGIN', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
        ALTER ROLE :"name" LOGIN PASSWORD :'password';
        SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
          WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
        REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
        """;

    public override async Task<ChildProcess?> StartAsync(CancellationToken cancellation)
    {
        var server = database.Parent;
        var (exitCode, output) = await ChildProcess.RunAsync(
            new ChildCommand(_binaries.Program("psql", _folder.DataVersion), "-X", "-q", "-v", "ON_ERROR_STOP=1",
                "-h", "127.0.0.1", "-p", $"{server.Port}", "-U", PostgresServerResource.SuperUser, "-d", "postgres")
            {
                Environment = new Dictionary<string, string> { ["PGPASSWORD"] = server.Password() },
                Input = Script,
            },
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (exitCode != 0)
            throw new DistributedApplicationException($"The database '{database.DatabaseName}' could not be created: {output.Trim()}");
        return null;
    }

    public override Task<string?> HealthProblemAsync(CancellationToken cancellation) => Task.FromResult<string?>(null);
}
