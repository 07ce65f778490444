using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Calendar;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Webhooks;

/// <summary>
/// Sends what is due, each at least once: an attempt is written down before it is made, so that a process that dies on it leaves it to be
/// made again, under the same id. Replicas take different ones.
/// </summary>
public sealed class WebhookDispatcher(TasksDbContext db, WebhookSender sender, CityTime time)
{
    /// <returns>True where something was sent; there may be more.</returns>
    public async Task<bool> SendNextAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var (delivery, webhook) = await TakeAsync(cancellation);
        if (delivery is null || webhook is null) return false;
        var headers = WebhookSigner.Headers(delivery.NotificationId.ToString("N"), time.Now, delivery.Payload, webhook.SecretsAt(time.Now));
        var answer = await sender.SendAsync(webhook.Url, delivery.Payload, headers, cancellation);
        if (answer.Error.Length == 0) delivery.Arrived(answer.Status ?? 0);
        else delivery.Failed(answer.Status, answer.Error);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The one that has waited longest, its attempt written down.</summary>
    async Task<(WebhookDelivery? Delivery, Webhook? Webhook)> TakeAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.Now;
        var delivery = await db.WebhookDeliveries.FromSql(
            $"""
             SELECT d.* FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
             WHERE d.state = {(int)DeliveryState.Waiting} AND d.next_attempt_at <= {now} AND w.state = {(int)WebhookState.Active}
             ORDER BY d.next_attempt_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED
             """).SingleOrDefaultAsync(cancellation);
        if (delivery is null) return (null, null);
        delivery.Start(now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (delivery, await db.Webhooks.AsNoTracking().SingleAsync(w => w.Id == delivery.WebhookId, cancellation));
    }
}
