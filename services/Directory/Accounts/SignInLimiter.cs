using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Accounts;

/// <summary>
/// Limits sign-ins by remote address and account, and, so that one address cannot try all accounts, by address alone.
/// Counted in each process; the lock-out of accounts is counted in the database.
/// </summary>
public sealed class SignInLimiter(IConfiguration configuration) : IDisposable
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly PartitionedRateLimiter<Attempt> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Attempt, Attempt>(a => a.Account.Length == 0
            ? RateLimitPartition.GetNoLimiter(a)
            : Fixed(a, configuration.GetValue("SignIn:PerAccountAndMinute", 30))),
        PartitionedRateLimiter.Create<Attempt, IPAddress>(a => Fixed(a.Address, configuration.GetValue("SignIn:PerAddressAndMinute", 600))));

    /// <param name="account">Account name; empty for a refresh token, which counts for its address alone: it cannot be guessed.</param>
    /// <exception cref="ProblemException">RATE_LIMITED, with <c>retryAfterSeconds</c> in its metadata.</exception>
    public void Count(IPAddress address, string account)
    {
        using var lease = _limiter.AttemptAcquire(new(address, account));
        if (lease.IsAcquired) return;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
        throw new ProblemException(new(Reason.RateLimited, "Too many sign-ins from here; try again later.")
        {
            Metadata = new Dictionary<string, string>
            {
                ["retryAfterSeconds"] = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
            },
        });
    }

    public void Dispose() => _limiter.Dispose();

    static RateLimitPartition<TKey> Fixed<TKey>(TKey key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = Window });

    readonly record struct Attempt(IPAddress Address, string Account);
}
