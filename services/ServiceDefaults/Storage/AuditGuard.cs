using Microsoft.EntityFrameworkCore;

namespace Suite.ServiceDefaults.Storage;

/// <summary>
/// Makes the audit append-only for everybody, the service's own login included: docs/decisions/0010-audit-append-only.md. Beside the
/// migrations and not in one of them, because it is the same for every service and must be repeatable.
/// </summary>
static class AuditGuard
{
    /// <summary>
    /// A trigger refuses what is not an insert. Where the database was made with a function that takes the table away from the login
    /// (suite_guard.seal_audit), that is done too: from then on the login may neither change an entry nor drop the trigger.
    /// </summary>
    const string Sql = """
        DO $guard$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'audit_entry'::regclass AND tgname = 'audit_entry_append_only') THEN
                CREATE INDEX ix_audit_entry_actor_sequence ON audit_entry (actor, sequence);
                CREATE INDEX ix_audit_entry_resource_sequence ON audit_entry (resource, sequence);
                CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $refuse$
                BEGIN
                    RAISE EXCEPTION 'audit_entry is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
                END $refuse$;
                CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
            END IF;
            IF to_regprocedure('suite_guard.seal_audit()') IS NOT NULL
                AND (SELECT relowner FROM pg_class WHERE oid = 'audit_entry'::regclass) = (SELECT oid FROM pg_roles WHERE rolname = current_user) THEN
                PERFORM suite_guard.seal_audit();
            END IF;
        END $guard$
        """;

    public static Task<int> ApplyAsync(SuiteDbContext db, CancellationToken cancellation) => db.Database.ExecuteSqlRawAsync(Sql, cancellation);
}
