using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Calendar;
using Suite.Tasks.Storage;
using Suite.Tasks.Webhooks;

namespace Suite.Tasks.Notifications;

/// <summary>What somebody is to be told.</summary>
/// <param name="Key">What has been told under it is not told again.</param>
/// <param name="Items">How many things it is about.</param>
public sealed record Tidings(string Addressee, NotificationKind Kind, string Key, NotificationText Text, int Items);

/// <summary>Tells addressees something, in the current transaction.</summary>
public sealed class NotificationDesk(TasksDbContext db, WebhookBook webhooks, CityTime time)
{
    /// <returns>Null where it has been told before.</returns>
    public async Task<Notification?> TellAsync(
        string addressee, NotificationKind kind, string key, NotificationText text, int items, CancellationToken cancellation) =>
        (await TellAsync([new(addressee, kind, key, text, items)], cancellation)).SingleOrDefault();

    /// <returns>Without those that have been told before.</returns>
    public async Task<IReadOnlyList<Notification>> TellAsync(IReadOnlyCollection<Tidings> tidings, CancellationToken cancellation)
    {
        var keys = tidings.Select(t => t.Key).ToArray();
        var before = await db.Notifications.Where(n => keys.Contains(n.Key)).Select(n => n.Key).ToListAsync(cancellation);
        var told = tidings.Where(t => !before.Contains(t.Key)).Select(t => Notification.Of(t.Addressee, t.Kind, t.Key, t.Text, t.Items, time.Now)).ToList();
        db.Notifications.AddRange(told);
        await webhooks.QueueAsync(told, cancellation);
        return told;
    }
}
