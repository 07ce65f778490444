using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;

namespace Suite.Directory.People;

/// <summary>Reads people in order of their identifiers.</summary>
public sealed class PersonReader(DirectoryDbContext db)
{
    /// <param name="after">Identifier of the last person shown; null for the first page.</param>
    public async Task<IReadOnlyList<Person>> ListAsync(string? after, int limit, CancellationToken cancellation)
    {
        var people = db.People.AsNoTracking();
        if (after is not null) people = people.Where(p => string.Compare(p.Id, after) > 0);
        return await people.OrderBy(p => p.Id).Take(limit).ToListAsync(cancellation);
    }
}
