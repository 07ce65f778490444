namespace Suite.ServiceDefaults.Feeds;

/// <summary>How far this service's copy of another service's data has come; written in the transaction of what it tells of.</summary>
public sealed class FeedPosition
{
    /// <summary>Name of the feed.</summary>
    public required string Feed { get; init; }

    /// <summary>To go on from; empty before everything was read for the first time.</summary>
    public string Token { get; set; } = "";

    /// <summary>When the owner last said anything, be it that nothing changed.</summary>
    public DateTimeOffset? HeardAt { get; set; }
}
