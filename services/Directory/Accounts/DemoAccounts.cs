using Microsoft.EntityFrameworkCore;
using Suite.Directory.Changes;
using Suite.Directory.Storage;

namespace Suite.Directory.Accounts;

/// <summary>
/// The accounts to try the suite with. They exist while SUITE_DEMO_PASSWORD is set, with that password, and are gone at the first
/// start without it.
/// </summary>
public sealed class DemoAccounts(
    DirectoryDbContext db, Passwords passwords, RevocationBook revocations, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Adds what is to be changed to the current transaction.</summary>
    public async Task AdjustAsync(CancellationToken cancellation)
    {
        if (configuration["SUITE_DEMO_PASSWORD"] is not { Length: > 0 } password)
        {
            await RemoveAsync(cancellation);
            return;
        }

        if (password.Length > SignIn.LongestPassword)
            throw new InvalidOperationException($"SUITE_DEMO_PASSWORD must have at most {SignIn.LongestPassword} characters.");
        await db.SaveChangesAsync(cancellation);
        var hash = await HashAsync(password, cancellation);
        var taken = await db.Accounts.Select(a => a.Name).ToHashSetAsync(cancellation);
        var missing = (await WantedAsync(hash, cancellation)).Where(a => !taken.Contains(a.Name)).ToList();
        if (missing.Count == 0) return;
        db.AddRange(missing);
        await db.RaiseRevisionAsync(StaffChanges.Everybody, "CreateDemoAccounts", cancellation);
        db.Audit(SystemAudit.Record(clock, "CreateDemoAccounts", "accounts", new { count = missing.Count }));
    }

    async Task RemoveAsync(CancellationToken cancellation)
    {
        await EndSessionsAsync(cancellation);
        var removed = await db.Accounts.Where(a => a.IsDemo).ExecuteDeleteAsync(cancellation);
        if (removed == 0) return;
        await db.RaiseRevisionAsync(StaffChanges.Everybody, "RemoveDemoAccounts", cancellation);
        db.Audit(SystemAudit.Record(clock, "RemoveDemoAccounts", "accounts", new { count = removed }));
    }

    /// <summary>
    /// One hash for all of them: they share a password that is no secret, and hashing it for each of some 350 accounts would
    /// hold the start for most of a minute. Accounts of real people each get a salt of their own.
    /// </summary>
    async Task<string> HashAsync(string password, CancellationToken cancellation)
    {
        var present = await db.Accounts.Where(a => a.IsDemo).Select(a => a.PasswordHash).FirstOrDefaultAsync(cancellation);
        if (present is not null && passwords.Matches(present, password)) return present;
        var hash = passwords.Hash(password);
        if (present is null) return hash;
        var changed = await db.Accounts.Where(a => a.IsDemo).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, hash), cancellation);
        await EndSessionsAsync(cancellation);
        db.Audit(SystemAudit.Record(clock, "ChangeDemoPassword", "accounts", new { count = changed }));
        return hash;
    }

    Task<int> EndSessionsAsync(CancellationToken cancellation) =>
        revocations.EndAsync(db.Sessions.Where(s => db.Accounts.Any(a => a.Name == s.Account && a.IsDemo)), cancellation);

    async Task<IReadOnlyList<Account>> WantedAsync(string hash, CancellationToken cancellation)
    {
        var units = await db.Units.AsNoTracking().Select(u => new { u.Id, u.Name }).ToListAsync(cancellation);
        var people = await db.People.AsNoTracking().Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        return
        [
            Demo("office", "督查室", RoleNames.Office),
            Demo("observer", "观察员", RoleNames.Observer),
            .. units.Select(u => Demo($"{u.Id}.reporter", $"{u.Name}填报人", RoleNames.Reporter, unit: u.Id)),
            .. units.Select(u => Demo($"{u.Id}.approver", $"{u.Name}审签人", RoleNames.Approver, unit: u.Id)),
            .. people.Select(p => Demo($"{p.Id}.leader", p.Name, RoleNames.Leader, person: p.Id)),
        ];

        Account Demo(string name, string displayName, string role, string? unit = null, string? person = null) => new()
        {
            Name = name, DisplayName = displayName, Roles = [role], UnitId = unit, PersonId = person, IsDemo = true,
            Created = clock.GetUtcNow(), PasswordHash = hash,
        };
    }
}
