using Microsoft.EntityFrameworkCore;

namespace Suite.Directory.Storage;

static class RevisionExtensions
{
    /// <summary>
    /// Lets one change of names or members happen after the other: until the transaction ends, what was read after this call stays true.
    /// </summary>
    public static Task LockRevisionAsync(this DirectoryDbContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT number FROM directory_revision FOR UPDATE", cancellation);

    /// <summary>Says that names or members changed; call it in the transaction of every such change.</summary>
    public static Task RaiseRevisionAsync(this DirectoryDbContext db, CancellationToken cancellation) =>
        db.Revisions.ExecuteUpdateAsync(r => r.SetProperty(x => x.Number, x => x.Number + 1), cancellation);
}
