using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.Gateway.Edge;

/// <summary>How many calls a caller may make, and how many sign-ins an address; the rest is told when to come again.</summary>
sealed class RateLimits(IOptions<EdgeOptions> options) : IConfigureOptions<RateLimiterOptions>
{
    static readonly string[] SignInPaths =
    [
        "/v1/auth/token", $"/{AuthService.Descriptor.FullName}/{nameof(AuthService.AuthServiceBase.CreateToken)}",
        "/v1/auth/password", $"/{AuthService.Descriptor.FullName}/{nameof(AuthService.AuthServiceBase.ChangePassword)}",
        "/v1/auth/clientToken", $"/{AuthService.Descriptor.FullName}/{nameof(AuthService.AuthServiceBase.CreateClientToken)}",
    ];

    public void Configure(RateLimiterOptions limiter)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(Caller), PartitionedRateLimiter.Create<HttpContext, string>(SignIn));
        limiter.OnRejected = (context, _) => new(RefuseAsync(context));
    }

    RateLimitPartition<string> Caller(HttpContext http) => http.Request.Path.StartsWithSegments("/health")
        ? RateLimitPartition.GetNoLimiter("")
        : Bucket(http.User.FindFirst(ClaimNames.Account)?.Value is { } account ? $"account {account}" : Address(http), options.Value.Caller);

    RateLimitPartition<string> SignIn(HttpContext http) => SignInPaths.Contains(http.Request.Path.Value)
        ? Bucket(Address(http), options.Value.SignIn)
        : RateLimitPartition.GetNoLimiter("");

    static string Address(HttpContext http) => $"address {http.Connection.RemoteIpAddress}";

    static RateLimitPartition<string> Bucket(string key, RateLimit limit) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = limit.Burst, TokensPerPeriod = limit.PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
    });

    static Task RefuseAsync(OnRejectedContext context)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ProblemWriter.WriteAsync(context.HttpContext, new Problem(Reason.RateLimited, $"Too many calls; try again in {seconds} s.")
        {
            Metadata = new Dictionary<string, string> { ["retryAfterSeconds"] = seconds },
        });
    }
}
