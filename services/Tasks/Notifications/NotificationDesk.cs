using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Calendar;
using Suite.Tasks.Storage;
using Suite.Tasks.Webhooks;

namespace Suite.Tasks.Notifications;

/// <summary>Tells addressees something, in the current transaction.</summary>
public sealed class NotificationDesk(TasksDbContext db, WebhookBook webhooks, CityTime time)
{
    /// <param name="key">What has been told under it is not told again.</param>
    /// <returns>Null where it has been told before.</returns>
    public async Task<Notification?> TellAsync(
        string addressee, NotificationKind kind, string key, NotificationText text, int items, CancellationToken cancellation)
    {
        if (await db.Notifications.AnyAsync(n => n.Key == key, cancellation)) return null;
        var told = Notification.Of(addressee, kind, key, text, items, time.Now);
        db.Notifications.Add(told);
        await webhooks.QueueAsync(told, cancellation);
        return told;
    }
}
