using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;

namespace Suite.Directory.Accounts;

/// <summary>The first account of an installation.</summary>
public sealed class AdminAccount(DirectoryDbContext db, Passwords passwords, IConfiguration configuration, TimeProvider clock)
{
    public const string Name = "admin";

    const int ShortestPassword = 8;
    const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /// <summary>
    /// Adds the account to the current transaction where it is missing, with the password from SUITE_ADMIN_PASSWORD or a random one,
    /// which is printed this once (to the console alone: logs travel).
    /// </summary>
    /// <exception cref="InvalidOperationException">SUITE_ADMIN_PASSWORD is too short or too long.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (await db.Accounts.AnyAsync(a => a.Name == Name, cancellation)) return;
        var given = configuration["SUITE_ADMIN_PASSWORD"];
        if (given is { Length: > 0 and (< ShortestPassword or > SignIn.LongestPassword) })
            throw new InvalidOperationException($"SUITE_ADMIN_PASSWORD must have {ShortestPassword} to {SignIn.LongestPassword} characters.");
        var password = given is { Length: > 0 } ? given : RandomNumberGenerator.GetString(Letters, 20);
        db.Add(new Account
        {
            Name = Name, DisplayName = "管理员", Roles = [RoleNames.Admin, RoleNames.Office], Created = clock.GetUtcNow(),
            PasswordHash = passwords.Hash(password),
        });
        db.Audit(SystemAudit.Record(clock, "CreateAccount", $"accounts/{Name}", new { roles = new[] { RoleNames.Admin, RoleNames.Office } }));
        if (password != given) Console.WriteLine($"Account admin was created with the password {password} (shown this once).");
    }
}
