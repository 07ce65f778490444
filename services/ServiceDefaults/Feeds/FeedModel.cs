using Microsoft.EntityFrameworkCore;

namespace Suite.ServiceDefaults.Feeds;

public static class FeedModel
{
    /// <summary>Adds the table of positions to a service's model; call it from OnModelCreating.</summary>
    public static void AddFeeds(this ModelBuilder model) =>
        model.Entity<FeedPosition>().ToTable("feed_position").HasKey(p => p.Feed);
}
