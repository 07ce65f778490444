using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Suite.ServiceDefaults.Feeds;

/// <summary>
/// When each followed feed was last heard, for the health report and the metric <c>suite.feed.silence</c>. An answer comes every 15 seconds
/// where nothing changes.
/// </summary>
public sealed class FeedFreshness : IDisposable
{
    readonly ConcurrentDictionary<string, DateTimeOffset?> _heard = new();
    readonly TimeProvider _clock;
    readonly Meter _meter = new("Suite.Feeds");

    public FeedFreshness(TimeProvider clock)
    {
        _clock = clock;
        _meter.CreateObservableGauge("suite.feed.silence", Measure, "s", "Time since a followed change feed was heard");
    }

    /// <summary>Null for a feed of which nothing has been read yet.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset?> Feeds => _heard;

    public void Note(string feed, DateTimeOffset? heard) => _heard[feed] = heard;

    public TimeSpan? SilenceOf(string feed) => _heard.TryGetValue(feed, out var heard) && heard is { } time ? _clock.GetUtcNow() - time : null;

    public void Dispose() => _meter.Dispose();

    IEnumerable<Measurement<double>> Measure() =>
        from feed in _heard.Keys
        let silence = SilenceOf(feed)
        where silence is not null
        select new Measurement<double>(silence.Value.TotalSeconds, new KeyValuePair<string, object?>("feed", feed));
}
