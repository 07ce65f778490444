using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suite.Directory.Changes;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory.Accounts;

/// <summary>What the administrator does to accounts. All of it happens in the current transaction, one account change at a time.</summary>
public sealed class AccountDesk(DirectoryDbContext db, Passwords passwords, Sessions sessions, TimeProvider clock)
{
    const string Type = "account";

    public static string EtagOf(Account account) => account.Revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>Two administrators who take each other's role at once would leave none; so changes come one by one.</summary>
    public Task BeginAsync(CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Accounts})", cancellation);

    /// <param name="password">Its holder must change it; empty for none that works.</param>
    /// <exception cref="ProblemException">INVALID_FIELD, ALREADY_EXISTS.</exception>
    public async Task<Account> CreateAsync(string name, AccountRights rights, string password, CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        await CheckAsync(rights, cancellation);
        if (await db.Accounts.AnyAsync(a => a.Name == name, cancellation)) throw Problems.AlreadyExists(Type, AccountNames.Of(name));
        await db.RaiseStaffAsync("CreateAccount", [rights], cancellation);
        return Add(name, rights, passwords.Hash(password.Length > 0 ? password : Guid.NewGuid().ToString()));
    }

    /// <summary>
    /// Adds an account whose rights and name were checked, in a transaction that <see cref="BeginAsync"/> began; the change feed is told once
    /// for many (<see cref="StaffChanges.Everybody"/>).
    /// </summary>
    /// <param name="password">Random; its holder must change it. Empty for none that works.</param>
    public Account Found(string name, AccountRights rights, string password) =>
        Add(name, rights, passwords.HashRandom(password.Length > 0 ? password : Guid.NewGuid().ToString()));

    /// <summary>Takes the account for changing, in the version its reader saw.</summary>
    /// <param name="etag">Empty for any version.</param>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG.</exception>
    public async Task<Account> TakeAsync(string name, string etag, CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        var account = await db.Accounts.FromSql($"SELECT * FROM account WHERE name = {name} FOR UPDATE").SingleOrDefaultAsync(cancellation)
            ?? throw Problems.NotFound(Type, AccountNames.Of(name));
        return etag.Length == 0 || etag == EtagOf(account) ? account : throw Problems.StaleEtag(Type, AccountNames.Of(name));
    }

    /// <returns>How many sessions ended because rights changed.</returns>
    /// <exception cref="ProblemException">INVALID_FIELD, ILLEGAL_STEP.</exception>
    public async Task<int> ChangeAsync(Account account, AccountRights rights, CancellationToken cancellation)
    {
        await CheckAsync(rights, cancellation);
        if (!rights.IsAdmin) await KeepAnAdminAsync(account, "give up the role admin", cancellation);
        var differs = rights.DiffersFrom(AccountRights.Of(account));
        await db.RaiseStaffAsync("UpdateAccount", [AccountRights.Of(account), rights], cancellation);
        rights.ApplyTo(account);
        return differs ? await SignOutAsync(account, cancellation) : 0;
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public async Task<int> DisableAsync(Account account, CancellationToken cancellation)
    {
        if (account.Disabled is not null) throw Illegal(account, "be disabled");
        await KeepAnAdminAsync(account, "be disabled", cancellation);
        (account.Disabled, account.Revision) = (clock.GetUtcNow(), account.Revision + 1);
        await db.RaiseStaffAsync("DisableAccount", [AccountRights.Of(account)], cancellation);
        return await SignOutAsync(account, cancellation);
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public async Task EnableAsync(Account account, CancellationToken cancellation)
    {
        if (account.Disabled is null) throw Illegal(account, "be enabled");
        (account.Disabled, account.Revision) = (null, account.Revision + 1);
        account.RecordSuccess();
        await db.RaiseStaffAsync("EnableAccount", [AccountRights.Of(account)], cancellation);
    }

    public Task<int> ResetPasswordAsync(Account account, string password, CancellationToken cancellation)
    {
        account.SetPassword(passwords.Hash(password), mustChange: true);
        return SignOutAsync(account, cancellation);
    }

    public Task<int> SignOutAsync(Account account, CancellationToken cancellation) => sessions.EndAsync(account.Name, null, cancellation);

    async Task CheckAsync(AccountRights rights, CancellationToken cancellation)
    {
        var faults = rights.Faults().ToList();
        if (rights.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit, cancellation))
            faults.Add(new("account.unit", $"must be a unit of the directory; there is no '{ResourceNames.Unit(unit)}'."));
        if (rights.PersonId is { } person && !await db.People.AnyAsync(p => p.Id == person, cancellation))
            faults.Add(new("account.person", $"must be a person of the directory; there is no '{ResourceNames.Person(person)}'."));
        if (faults.Count > 0) throw Problems.InvalidFields(faults);
    }

    async Task KeepAnAdminAsync(Account account, string step, CancellationToken cancellation)
    {
        if (account.Disabled is not null || !account.Roles.Contains(RoleNames.Admin)) return;
        var others = db.Accounts.Where(a => a.Name != account.Name && a.Disabled == null && a.Roles.Contains(RoleNames.Admin));
        if (!await others.AnyAsync(cancellation)) throw Problems.IllegalStep(Type, AccountNames.Of(account.Name), "the last administrator in use", step);
    }

    static ProblemException Illegal(Account account, string step) =>
        Problems.IllegalStep(Type, AccountNames.Of(account.Name), account.Disabled is null ? "active" : "disabled", step);

    Account Add(string name, AccountRights rights, string hash)
    {
        var account = new Account
        {
            Name = name, DisplayName = rights.DisplayName, Roles = [.. rights.Roles], UnitId = rights.UnitId, PersonId = rights.PersonId,
            Created = clock.GetUtcNow(), PasswordHash = hash, MustChangePassword = true,
        };
        db.Add(account);
        return account;
    }
}
