using Microsoft.EntityFrameworkCore;

namespace Suite.Directory.Storage;

static class RevisionExtensions
{
    /// <summary>Says that names or members changed; call it in the transaction of every such change.</summary>
    public static Task RaiseRevisionAsync(this DirectoryDbContext db, CancellationToken cancellation) =>
        db.Revisions.ExecuteUpdateAsync(r => r.SetProperty(x => x.Number, x => x.Number + 1), cancellation);
}
