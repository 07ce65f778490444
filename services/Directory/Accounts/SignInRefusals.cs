using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Accounts;

/// <summary>
/// Writes each failed sign-in to the audit: for an account or client that exists by its name, otherwise without one, since what was typed may
/// be a password in the wrong box. Asked and written in the same way for both, within the time that every refusal takes.
/// </summary>
public sealed class SignInRefusals(DirectoryDbContext db, IRefusalAudit audit, IHttpContextAccessor http)
{
    /// <param name="method">Of AuthService.</param>
    /// <param name="who">As the caller gives it; empty where a refresh token was shown.</param>
    public async Task RecordAsync(string method, string who, CancellationToken cancellation)
    {
        var id = who[(who.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var known = who.StartsWith(AccountNames.Of(""), StringComparison.Ordinal)
            ? await db.Accounts.AnyAsync(a => a.Name == id, cancellation)
            : await db.Clients.AnyAsync(c => c.Id == id, cancellation);
        var address = http.HttpContext?.Connection.RemoteIpAddress?.ToString();
        await audit.RecordAsync(new(Refusal.Nobody, $"/{AuthService.Descriptor.FullName}/{method}", known ? who : "", Reason.SignInFailed) { Address = address });
    }
}
