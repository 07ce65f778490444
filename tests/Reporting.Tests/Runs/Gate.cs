using Npgsql;
using Suite.ServiceDefaults.Storage;

namespace Suite.Reporting.Tests.Runs;

/// <summary>Holds a service up in the middle of its work, in the database, until it is opened: there a kill meets it for certain.</summary>
sealed class Gate : IAsyncDisposable
{
    /// <summary>Of a scorecard the files are written and the first of its figures, of another report two of its four files.</summary>
    public const long Half = 990_001;

    /// <summary>The report is of one of the kinds that a run makes last.</summary>
    public const long LastKinds = 990_002;

    /// <summary>All is written; what was done is about to be put into the audit and committed.</summary>
    public const long Seal = AdvisoryLocks.AuditChain;

    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    readonly NpgsqlConnection _holder;
    readonly long _key;

    Gate(NpgsqlConnection holder, long key) => (_holder, _key) = (holder, key);

    /// <summary>Puts them up; they are open.</summary>
    public static async Task BuildAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand($"""
            CREATE FUNCTION pass_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::bigint); RETURN NEW; END $$;
            CREATE TRIGGER gate_half BEFORE INSERT ON report_document FOR EACH ROW WHEN (NEW.format = 3 AND NEW.report_id NOT LIKE '%scorecard%') EXECUTE FUNCTION pass_gate({Half});
            CREATE TRIGGER gate_half BEFORE INSERT ON report_figure FOR EACH ROW WHEN (NEW.ordinal = 2 AND NEW.report_id LIKE '%scorecard%') EXECUTE FUNCTION pass_gate({Half});
            CREATE TRIGGER gate_last_kinds BEFORE INSERT ON report FOR EACH ROW WHEN (NEW.kind IN (4, 5, 6)) EXECUTE FUNCTION pass_gate({LastKinds});
            """);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<Gate> ShutAsync(string database, long key)
    {
        var holder = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await holder.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({key})", holder);
        await command.ExecuteNonQueryAsync();
        return new(holder, key);
    }

    /// <summary>Until so many stand before it.</summary>
    public async Task WaitedForAsync(int count)
    {
        using var patience = new CancellationTokenSource(Longest);
        await using var command = new NpgsqlCommand(
            $"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = {_key} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", _holder);
        while ((long)(await command.ExecuteScalarAsync(patience.Token))! < count) await Task.Delay(20, patience.Token);
    }

    public ValueTask DisposeAsync() => _holder.DisposeAsync();
}
