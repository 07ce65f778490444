using Microsoft.EntityFrameworkCore;
using Suite.Directory.Clients;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Accounts;

/// <summary>What a sign-in earns.</summary>
/// <param name="RefreshToken">Opaque; works once.</param>
public sealed record SignedIn(Account Account, Guid Session, string RefreshToken);

/// <summary>Checks passwords and refresh tokens. Every refusal is the same, whatever is behind it, and takes at least the same time.</summary>
public sealed class SignIn(DirectoryDbContext db, Passwords passwords, Sessions sessions, ClientReader clients, SignInRefusals refusals, TimeProvider clock)
{
    public const int LongestAccount = 100;
    public const int LongestPassword = 200;
    public const int LongestRefreshToken = 200;

    /// <summary>Longer than any refusal needs, a write to the database included.</summary>
    static readonly TimeSpan RefusalTime = TimeSpan.FromMilliseconds(300);

    /// <exception cref="ProblemException">SIGN_IN_FAILED; PASSWORD_CHANGE_REQUIRED.</exception>
    public Task<SignedIn> WithPasswordAsync(string account, string password, CancellationToken cancellation) =>
        OrRefuseAsync(nameof(AuthService.AuthServiceBase.CreateToken), AccountNames.Of(account), () => TryPasswordAsync(account, password, BeginAsync, cancellation), cancellation);

    /// <exception cref="ProblemException">SIGN_IN_FAILED.</exception>
    public Task<SignedIn> WithRefreshTokenAsync(string refreshToken, CancellationToken cancellation) =>
        OrRefuseAsync(nameof(AuthService.AuthServiceBase.CreateToken), "", () => sessions.TryTradeAsync(refreshToken, cancellation), cancellation);

    /// <summary>Ends every session of the account, sets the password and begins a session.</summary>
    /// <exception cref="ProblemException">SIGN_IN_FAILED; INVALID_FIELD where the new password is the present one.</exception>
    public Task<SignedIn> ChangePasswordAsync(string account, string password, string newPassword, CancellationToken cancellation) =>
        OrRefuseAsync(nameof(AuthService.AuthServiceBase.ChangePassword), AccountNames.Of(account), () => TryPasswordAsync(account, password, (found, c) => ChangeAsync(found, password, newPassword, c), cancellation), cancellation);

    /// <summary>The client, and the sid of tokens earned with this secret.</summary>
    /// <exception cref="ProblemException">SIGN_IN_FAILED.</exception>
    public Task<ClientSignIn> WithSecretAsync(string client, string secret, CancellationToken cancellation) =>
        OrRefuseAsync(nameof(AuthService.AuthServiceBase.CreateClientToken), ResourceNames.Client(client), () => clients.TryAsync(client, secret, cancellation), cancellation);

    /// <param name="who">accounts/{account} or clients/{client} as the caller gives it; empty for a refresh token.</param>
    async Task<T> OrRefuseAsync<T>(string method, string who, Func<Task<T?>> attempt, CancellationToken cancellation)
        where T : class
    {
        var start = clock.GetTimestamp();
        if (await attempt() is { } signedIn) return signedIn;
        await refusals.RecordAsync(method, who, cancellation);
        var rest = RefusalTime - clock.GetElapsedTime(start);
        if (rest > TimeSpan.Zero) await Task.Delay(rest, clock, cancellation);
        throw Problems.Because(Reason.SignInFailed, "Account and password do not match, or the account is locked for a while.");
    }

    /// <summary>The account's row is locked meanwhile: guesses that come at once are counted one by one.</summary>
    async Task<SignedIn?> TryPasswordAsync(
        string name, string password, Func<Account, CancellationToken, Task<SignedIn>> then, CancellationToken cancellation)
    {
        using var turn = await passwords.TakeTurnAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var account = await db.Accounts.FromSql($"SELECT * FROM account WHERE name = {name} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        var matches = passwords.Matches(account?.PasswordHash, password);
        var now = clock.GetUtcNow();
        if (account is null || !account.MaySignIn(now)) return null;
        var signedIn = matches ? await then(account, cancellation) : Fail(account, now);
        await db.CommitAsync(cancellation);
        return signedIn;
    }

    Task<SignedIn> BeginAsync(Account account, CancellationToken cancellation)
    {
        if (account.MustChangePassword)
            throw Problems.Because(Reason.PasswordChangeRequired, "The password was set by somebody else; POST /v1/auth/password sets your own.");
        account.RecordSuccess();
        return sessions.BeginAsync(account, cancellation);
    }

    async Task<SignedIn> ChangeAsync(Account account, string password, string newPassword, CancellationToken cancellation)
    {
        if (newPassword == password) throw Problems.InvalidField("new_password", "must not be the present password.");
        account.SetPassword(passwords.Hash(newPassword), mustChange: false);
        var ended = await sessions.EndAsync(account.Name, null, cancellation);
        db.Audit(SystemAudit.Record(clock, "ChangePassword", $"accounts/{account.Name}", new { endedSessions = ended }, account.Name));
        return await sessions.BeginAsync(account, cancellation);
    }

    SignedIn? Fail(Account account, DateTimeOffset now)
    {
        if (account.RecordFailure(now))
            db.Audit(SystemAudit.Record(clock, "LockAccount", $"accounts/{account.Name}", new { until = account.LockedUntil }));
        return null;
    }
}
