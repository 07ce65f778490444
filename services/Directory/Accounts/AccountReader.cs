using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;

namespace Suite.Directory.Accounts;

/// <summary>Which accounts a list shows; null for any.</summary>
public sealed record AccountFilter(string? UnitId, string? Role, bool? Disabled)
{
    /// <summary>Only accounts of this person; null for any.</summary>
    public string? PersonId { get; init; }
}

/// <summary>Reads accounts in order of their names.</summary>
public sealed class AccountReader(DirectoryDbContext db)
{
    /// <param name="after">Name of the last account shown; null for the first page.</param>
    public async Task<IReadOnlyList<Account>> ListAsync(AccountFilter filter, string? after, int limit, CancellationToken cancellation)
    {
        var accounts = db.Accounts.AsNoTracking();
        if (filter.UnitId is { } unit) accounts = accounts.Where(a => a.UnitId == unit);
        if (filter.PersonId is { } person) accounts = accounts.Where(a => a.PersonId == person);
        if (filter.Role is { } role) accounts = accounts.Where(a => a.Roles.Contains(role));
        if (filter.Disabled is { } disabled) accounts = accounts.Where(a => a.Disabled != null == disabled);
        if (after is not null) accounts = accounts.Where(a => string.Compare(a.Name, after) > 0);
        return await accounts.OrderBy(a => a.Name).Take(limit).ToListAsync(cancellation);
    }

    public Task<Account?> FindAsync(string name, CancellationToken cancellation) =>
        db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, cancellation);
}
