using Microsoft.EntityFrameworkCore;

namespace Suite.Directory.Storage;

static class RevisionExtensions
{
    /// <summary>
    /// Lets one change of names or members happen after the other: until the transaction ends, what was read after this call stays true.
    /// </summary>
    public static Task LockRevisionAsync(this DirectoryDbContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT number FROM directory_revision FOR UPDATE", cancellation);

    /// <summary>
    /// Says that names, members or posts changed, and tells it in the change feed; call it in the transaction of every such change. The
    /// database's own time: it is the one that all replicas share.
    /// </summary>
    /// <param name="resource">Resource name of what changed.</param>
    /// <param name="action">The method that changes it.</param>
    public static Task RaiseRevisionAsync(this DirectoryDbContext db, string resource, string action, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync(
            $"""
             WITH raised AS (UPDATE directory_revision SET number = number + 1 RETURNING number)
             INSERT INTO directory_change (revision, time, resource, action) SELECT number, statement_timestamp(), {resource}, {action} FROM raised
             """, cancellation);
}
