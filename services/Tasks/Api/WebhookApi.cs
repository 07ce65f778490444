using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using Suite.Tasks.Webhooks;
using Webhook = Suite.Tasks.Webhooks.Webhook;
using WebhookDelivery = Suite.Tasks.Webhooks.WebhookDelivery;
using WebhookState = Suite.Tasks.Webhooks.WebhookState;

namespace Suite.Tasks.Api;

sealed class WebhookApi(WebhookBook book, WebhookGuard guard, CityTime time, TasksDbContext db, CommandRunner<TasksDbContext> commands)
    : WebhookService.WebhookServiceBase
{
    const int LongestName = 100;
    static readonly TimeSpan Overlap = TimeSpan.FromHours(24);
    static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    public override Task<V1.Webhook> CreateWebhook(CreateWebhookRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var asked = request.Webhook ?? throw Problems.InvalidField("webhook", "must be given.");
            if (!ResourceNames.IsId(request.WebhookId)) throw Problems.InvalidField("webhook_id", "must be 1 to 40 of a-z, 0-9 and \"-\".");
            if (asked.DisplayName.Length == 0) throw Problems.InvalidField("webhook.display_name", "must be given.");
            if (await db.Webhooks.FindAsync([request.WebhookId], context.CancellationToken) is { } taken) throw Problems.AlreadyExists("Webhook", taken.Name);
            var secret = WebhookSigner.NewSecret(time.Now);
            var made = Webhook.Make(request.WebhookId, Inputs.Text(asked.DisplayName, "webhook.display_name", LongestName), guard.Check(asked.Url, "webhook.url"),
                Inputs.Id(asked.Unit, "webhook.unit"), secret, Inputs.ActorOf(Access.Of(context)), time.Now);
            db.Webhooks.Add(made);
            commands.Audit(context, nameof(CreateWebhook), made.Name, new { made.Url, made.UnitId });
            await db.SaveChangesAsync(context.CancellationToken);
            return ToMessage(made, WebhookSigner.TextOf(secret));
        }, WithoutSecret);

    public override async Task<V1.Webhook> GetWebhook(GetWebhookRequest request, ServerCallContext context) =>
        ToMessage(await book.TakeAsync(IdOf(request.Name, "name"), "", context.CancellationToken));

    public override async Task<ListWebhooksResponse> ListWebhooks(ListWebhooksRequest request, ServerCallContext context)
    {
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<NameKey>(request, request.PageToken));
        var found = await book.ListAsync(after?.Id ?? "", size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, w => new NameKey(w.Id));
        return new() { Webhooks = { page.Select(w => ToMessage(w)) }, NextPageToken = next };
    }

    public override Task<V1.Webhook> RotateWebhookSecret(RotateWebhookSecretRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var overlap = OverlapIn(request.Overlap);
            var webhook = await book.TakeAsync(IdOf(request.Name, "name"), request.Etag, context.CancellationToken);
            var secret = WebhookSigner.NewSecret(time.Now);
            webhook.Rotate(secret, overlap, time.Now);
            commands.Audit(context, nameof(RotateWebhookSecret), webhook.Name, new { overlapSeconds = overlap.TotalSeconds });
            await db.SaveChangesAsync(context.CancellationToken);
            return ToMessage(webhook, WebhookSigner.TextOf(secret));
        }, WithoutSecret);

    public override Task<V1.Webhook> DisableWebhook(WebhookStepRequest request, ServerCallContext context) => TurnAsync(request, WebhookState.Disabled, nameof(DisableWebhook), context);

    public override Task<V1.Webhook> EnableWebhook(WebhookStepRequest request, ServerCallContext context) => TurnAsync(request, WebhookState.Active, nameof(EnableWebhook), context);

    public override async Task<ListWebhookDeliveriesResponse> ListWebhookDeliveries(ListWebhookDeliveriesRequest request, ServerCallContext context)
    {
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<DeliveryKey>(request, request.PageToken));
        var webhook = await book.TakeAsync(IdOf(request.Parent, "parent"), "", context.CancellationToken);
        var found = await book.DeliveriesAsync(webhook.Id, Inputs.Only((DeliveryState)request.State, "state"), after?.Id, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, d => new DeliveryKey(d.Id));
        return new() { WebhookDeliveries = { page.Select(ToMessage) }, NextPageToken = next };
    }

    public override Task<V1.WebhookDelivery> ResendWebhookDelivery(ResendWebhookDeliveryRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            if (request.Name.Split('/') is not ["webhooks", var webhook, "deliveries", var text] || !Guid.TryParseExact(text, "N", out var id))
                throw Problems.InvalidField("name", "must be webhooks/{webhook}/deliveries/{delivery}.");
            var delivery = await book.DeliveryAsync(webhook, id, context.CancellationToken);
            delivery.Resend(time.Now);
            commands.Audit(context, nameof(ResendWebhookDelivery), delivery.Name);
            await db.SaveChangesAsync(context.CancellationToken);
            return ToMessage(delivery);
        });

    Task<V1.Webhook> TurnAsync(WebhookStepRequest request, WebhookState state, string action, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var webhook = await book.TakeAsync(IdOf(request.Name, "name"), request.Etag, context.CancellationToken);
            webhook.Turn(state);
            commands.Audit(context, action, webhook.Name);
            await db.SaveChangesAsync(context.CancellationToken);
            return ToMessage(webhook);
        });

    static TimeSpan OverlapIn(Duration? asked)
    {
        if (asked is null) return Overlap;
        return asked.Seconds >= 0 && asked.Seconds <= LongestOverlap.TotalSeconds && asked.Nanos is >= 0 and < 1_000_000_000
            ? TimeSpan.FromSeconds(asked.Seconds)
            : throw Problems.InvalidField("overlap", "must be 0 s to 30 days.");
    }

    static string IdOf(string name, string field) =>
        name.Split('/') is ["webhooks", var id] && ResourceNames.IsId(id) ? id : throw Problems.InvalidField(field, "must be webhooks/{webhook}.");

    static V1.Webhook WithoutSecret(V1.Webhook answer)
    {
        var kept = answer.Clone();
        kept.NewSecret = "";
        return kept;
    }

    V1.Webhook ToMessage(Webhook webhook, string secret = "") => new()
    {
        Name = webhook.Name, DisplayName = webhook.DisplayName, Url = webhook.Url, Unit = webhook.UnitId is { } unit ? ResourceNames.Unit(unit) : "",
        State = (V1.WebhookState)webhook.State, SecretCount = webhook.SecretsAt(time.Now).Count(), CreateTime = webhook.CreatedAt.ToTimestamp(),
        Creator = webhook.CreatedBy, Etag = Etag.Of(webhook.Version), NewSecret = secret,
    };

    static V1.WebhookDelivery ToMessage(WebhookDelivery delivery) => new()
    {
        Name = delivery.Name, Notification = Notifications.Notification.NameOf(delivery.NotificationId), State = (WebhookDeliveryState)delivery.State,
        Attempts = delivery.Attempts, NextAttemptTime = delivery.State == DeliveryState.Waiting ? delivery.NextAttemptAt.ToTimestamp() : null,
        LastStatus = delivery.LastStatus ?? 0, LastError = delivery.LastError, CreateTime = delivery.CreatedAt.ToTimestamp(),
        LastAttemptTime = delivery.LastAttemptAt?.ToTimestamp(),
    };

    sealed record NameKey(string Id);

    sealed record DeliveryKey(Guid Id);
}
