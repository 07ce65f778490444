using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Notifications;
using Suite.Tasks.Plans;
using Suite.Tasks.Steps;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Webhooks;

/// <summary>Webhooks and what is on its way to them.</summary>
public sealed class WebhookBook(TasksDbContext db)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Queues notifications for every webhook that takes them, in the current transaction.</summary>
    public async Task QueueAsync(IReadOnlyCollection<Notification> all, CancellationToken cancellation)
    {
        if (all.Count == 0) return;
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => w.State == WebhookState.Active).ToListAsync(cancellation);
        foreach (var told in all)
        foreach (var webhook in webhooks.Where(w => w.Takes(told.Addressee)))
            db.WebhookDeliveries.Add(WebhookDelivery.Of(webhook, told.Id, PayloadOf(told), told.CreatedAt));
    }

    /// <summary>The body of a delivery; docs/supervision-clock.md describes it.</summary>
    public static string PayloadOf(Notification told) => JsonSerializer.Serialize(new
    {
        type = "notification.created", timestamp = told.CreatedAt,
        data = new { name = told.Name, addressee = told.Addressee, kind = StateNames.Of(told.Kind), title = told.Title, body = told.Body, itemCount = told.ItemCount },
    }, Json);

    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG.</exception>
    public async Task<Webhook> TakeAsync(string id, string etag, CancellationToken cancellation)
    {
        var found = await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id, cancellation) ?? throw Problems.NotFound("Webhook", $"webhooks/{id}");
        return etag.Length == 0 || etag == Etag.Of(found.Version) ? found : throw Problems.StaleEtag("Webhook", found.Name);
    }

    public async Task<IReadOnlyList<Webhook>> ListAsync(string after, int count, CancellationToken cancellation) =>
        await db.Webhooks.AsNoTracking().Where(w => string.Compare(w.Id, after) > 0).OrderBy(w => w.Id).Take(count).ToListAsync(cancellation);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<WebhookDelivery>> DeliveriesAsync(string webhook, DeliveryState? state, Guid? before, int count, CancellationToken cancellation)
    {
        var found = db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhook && (state == null || d.State == state));
        if (before is { } last) found = found.Where(d => d.Id.CompareTo(last) < 0);
        return await found.OrderByDescending(d => d.Id).Take(count).ToListAsync(cancellation);
    }

    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<WebhookDelivery> DeliveryAsync(string webhook, Guid id, CancellationToken cancellation) =>
        await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.WebhookId == webhook && d.Id == id, cancellation)
        ?? throw Problems.NotFound("WebhookDelivery", $"webhooks/{webhook}/deliveries/{id:N}");
}
