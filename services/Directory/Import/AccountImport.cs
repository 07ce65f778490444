using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suite.Directory.Accounts;
using Suite.Directory.Changes;
using Suite.Directory.Naming;
using Suite.Directory.Storage;

namespace Suite.Directory.Import;

/// <summary>A new account's password, which nothing keeps.</summary>
public sealed record FirstPassword(Account Account, string Password);

/// <summary>Adds and changes accounts as tables say. Adds to the current transaction.</summary>
public sealed class AccountImport(DirectoryDbContext db, AccountDesk desk, NameCatalog names)
{
    const int PasswordLength = 20;

    /// <summary>Without those that are taken for one another in print.</summary>
    const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    readonly List<FirstPassword> _passwords = [];

    public IReadOnlyList<FirstPassword> Passwords => _passwords;

    public int EndedSessions { get; private set; }

    /// <param name="isTrial">No password is made: nobody would use it.</param>
    public async Task RunAsync(IReadOnlyList<TableOutcome> tables, bool isTrial, ImportRun run)
    {
        await desk.BeginAsync(run.Cancellation);
        var rows = tables.SelectMany(t => t.Table.Rows.Select(row => (Table: t, Row: row))).ToList();
        var asked = rows.Select(r => r.Row["account"]).Where(a => a.Length > 0).Distinct().ToList();
        var known = await db.Accounts.Where(a => asked.Contains(a.Name)).ToDictionaryAsync(a => a.Name, run.Cancellation);
        var lookup = await LookupAsync(run);
        var seen = new Dictionary<string, ImportRow>();
        foreach (var (table, row) in rows)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (!IsAccount(row, run.Findings)) continue;
            if (seen.TryGetValue(row["account"], out var first)) run.Findings.Error(row, "account", "RowRepeated", first.Place.Row);
            else await ApplyAsync(table, row, known.GetValueOrDefault(row["account"]), lookup, isTrial, run);
            seen.TryAdd(row["account"], row);
        }

        if (tables.Any(t => t.Created > 0)) await db.RaiseRevisionAsync(StaffChanges.Everybody, "ImportAccounts", run.Cancellation);
    }

    async Task<Lookups> LookupAsync(ImportRun run)
    {
        var indexes = await names.BeforeChangesAsync(run.Day, run.Cancellation);
        var units = await db.Units.Select(u => u.Id).ToListAsync(run.Cancellation);
        var people = await db.People.Select(p => p.Id).ToListAsync(run.Cancellation);
        var none = new Dictionary<string, string>();
        return new(new(units.Select(ResourceNames.Unit).ToHashSet(), none, indexes.Bodies), new(people.Select(ResourceNames.Person).ToHashSet(), none, indexes.People));
    }

    static bool IsAccount(ImportRow row, ImportFindings findings)
    {
        if (!ImportCells.IsGiven(row, "account", findings)) return false;
        if (AccountNames.Fault(row["account"], "account") is null) return true;
        findings.Error(row, "account", "AccountShape");
        return false;
    }

    async Task ApplyAsync(TableOutcome table, ImportRow row, Account? account, Lookups lookup, bool isTrial, ImportRun run)
    {
        var rights = RightsIn(row, account, lookup, run.Findings);
        var faults = rights.Faults().ToList();
        foreach (var key in faults.Select(f => f.Field.Split('.')[1]).Where(key => row[key].Length == 0))
            run.Findings.Error(row, key, "CellMissing", TableColumns.Of(TableContent.Accounts).First(c => c.Key == key).Chinese);
        if (faults.Count > 0) return;
        if (account is null)
        {
            Found(row, rights, isTrial, run);
            table.Created++;
        }
        else if (rights.DisplayName == account.DisplayName && !rights.DiffersFrom(AccountRights.Of(account))) table.Unchanged++;
        else if (await run.TryAsync(row, () => ChangeAsync(account, rights, run))) table.Changed++;
    }

    void Found(ImportRow row, AccountRights rights, bool isTrial, ImportRun run)
    {
        var password = isTrial ? "" : RandomNumberGenerator.GetString(Letters, PasswordLength);
        var account = desk.Found(row["account"], rights, password);
        run.Audit("CreateAccount", AccountNames.Of(account.Name), new { after = rights });
        if (!isTrial) _passwords.Add(new(account, password));
    }

    async Task ChangeAsync(Account account, AccountRights rights, ImportRun run)
    {
        var before = AccountRights.Of(account);
        var ended = await desk.ChangeAsync(account, rights, run.Cancellation);
        EndedSessions += ended;
        run.Audit("UpdateAccount", AccountNames.Of(account.Name), new { before, after = rights, endedSessions = ended });
        // The check for the last administrator asks the database.
        await db.SaveChangesAsync(run.Cancellation);
    }

    /// <summary>What the row makes of an account; what it does not say stays.</summary>
    static AccountRights RightsIn(ImportRow row, Account? account, Lookups lookup, ImportFindings findings)
    {
        var name = ImportCells.Text(row, "display_name", findings, AccountRights.LongestDisplayName);
        var roles = ImportCells.RolesIn(row, "roles", findings);
        return new(
            name.Length > 0 ? name : account?.DisplayName ?? "", roles.Count > 0 ? roles : account?.Roles ?? [],
            Reference(row, "unit", ResourceNames.Units, account?.UnitId, lookup.Units, findings), Reference(row, "person", ResourceNames.People, account?.PersonId, lookup.People, findings));
    }

    static string? Reference(ImportRow row, string key, string collection, string? present, ImportNames lookup, ImportFindings findings)
    {
        if (row.Clears(key)) return null;
        return row[key].Length == 0 ? present : lookup.Find(row, key, row[key], findings, collection)?[(collection.Length + 1)..];
    }

    sealed record Lookups(ImportNames Units, ImportNames People);
}
