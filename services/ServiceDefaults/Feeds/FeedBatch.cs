namespace Suite.ServiceDefaults.Feeds;

/// <summary>Changes in the order of their commits; none where the owner only says that it is there.</summary>
/// <param name="Token">To go on from once these have had their effect.</param>
public sealed record FeedBatch<TChange>(IReadOnlyList<TChange> Changes, string Token);
