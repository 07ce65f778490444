using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Suite.ServiceDefaults.Feeds;

/// <summary>Tells how old the copies are. An old copy degrades a service, it never makes it unready: to go on without the owner is what the copy is for.</summary>
sealed class FeedCheck(FeedFreshness freshness) : IHealthCheck
{
    /// <summary>Four answers have been missed.</summary>
    static readonly TimeSpan Old = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var feeds = freshness.Feeds.Keys.Order(StringComparer.Ordinal).Select(feed => (Feed: feed, Silence: freshness.SilenceOf(feed))).ToList();
        var said = string.Join("; ", feeds.Select(f => f.Silence is { } silence
            ? string.Create(CultureInfo.InvariantCulture, $"copy of {f.Feed} as of {Math.Max(0, silence.TotalSeconds):0} s ago")
            : $"no copy of {f.Feed} yet"));
        return Task.FromResult(feeds.TrueForAll(f => f.Silence <= Old) ? HealthCheckResult.Healthy(said) : HealthCheckResult.Degraded(said));
    }
}
