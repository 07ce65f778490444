using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Local;

/// <summary>Creates a database and the role that owns it, both only where they are missing.</summary>
internal sealed class DatabaseUnit(PostgresDatabaseResource database, UnitContext context) : LocalUnit(database, context)
{
    private readonly PostgresBinaries _binaries = new(context.Configuration);
    private readonly PostgresFolder _folder = new(DataFolder.OwnFolderOf(context.Root, database.Parent.Name));

    public override string Addresses => $"{database.DatabaseName} on 127.0.0.1:{database.Parent.Port}";

    public override bool HasHealthCheck => false;

    // seal_audit lets the service give its audit table away once it has made it (docs/decisions/0010-audit-append-only.md): to the
    // server's own role, together with the schema, whose owner could drop what is in it.
    // Names and password are psql variables, quoted by psql; the password comes in on standard input, where no process list shows it.
    private string Script => $"""
        \set name '{database.DatabaseName}'
        \set password '{database.Password()}'
        SELECT format('CREATE ROLE %I LOGIN', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
        ALTER ROLE :"name" LOGIN PASSWORD :'password';
        SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
          WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
        REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
        \connect :"name"
        CREATE SCHEMA IF NOT EXISTS suite_guard;
        GRANT USAGE ON SCHEMA suite_guard TO :"name";
        CREATE OR REPLACE FUNCTION suite_guard.seal_audit() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $seal$
        BEGIN
            EXECUTE format('GRANT USAGE, CREATE ON SCHEMA public TO %I', session_user);
            EXECUTE format('ALTER SCHEMA public OWNER TO %I', current_user);
            EXECUTE format('ALTER TABLE public.audit_entry OWNER TO %I', current_user);
            EXECUTE format('ALTER FUNCTION public.refuse_audit_change() OWNER TO %I', current_user);
            EXECUTE format('GRANT SELECT, INSERT ON public.audit_entry TO %I', session_user);
        END $seal$;
        REVOKE ALL ON FUNCTION suite_guard.seal_audit() FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION suite_guard.seal_audit() TO :"name";
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
