using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Auth.V1;
using Suite.Reporting.Papers;
using Suite.Reporting.Storage;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Notification = Suite.Reporting.V1.Notification;
using Subscription = Suite.Reporting.V1.Subscription;

namespace Suite.Reporting.Api;

/// <summary>The gRPC door to subscriptions and to what they have told.</summary>
public sealed class SubscriptionApi(ReportingDbContext db, CommandRunner<ReportingDbContext> commands, TimeProvider clock) : SubscriptionService.SubscriptionServiceBase
{
    public override Task<Subscription> CreateSubscription(CreateSubscriptionRequest request, ServerCallContext context)
    {
        var asked = request.Subscription ?? new();
        var violations = new List<FieldViolation>();
        if (asked.Role == Role.Unspecified || !System.Enum.IsDefined(asked.Role)) violations.Add(new("subscription.role", "must be a role, e.g. ROLE_REPORTER."));
        if (asked.Unit.Length > 0 && !ReportNames.IsOf("units", asked.Unit)) violations.Add(new("subscription.unit", "must be units/{unit} or empty."));
        if (!System.Enum.IsDefined(asked.Kind)) violations.Add(new("subscription.kind", "is no kind of report."));
        if (violations.Count > 0) throw Problems.InvalidFields(violations);
        return commands.RunAsync(context, request, request.RequestId, () =>
        {
            var subscription = new Reports.Subscription
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()), Role = NameOf(asked.Role), Unit = asked.Unit, Kind = asked.Kind == ReportKind.Unspecified ? null : (PaperKind)(int)asked.Kind,
                CreateTime = clock.GetUtcNow(),
            };
            db.Subscriptions.Add(subscription);
            commands.Audit(context, nameof(CreateSubscription), $"reportSubscriptions/{subscription.Id:N}", new { subscription.Role, subscription.Unit, Kind = $"{subscription.Kind}" });
            return Task.FromResult(Of(subscription));
        });
    }

    public override async Task<ListSubscriptionsResponse> ListSubscriptions(ListSubscriptionsRequest request, ServerCallContext context)
    {
        var (size, before) = (PageToken.Size(request.PageSize), PageToken.Read<Place>(request, request.PageToken)?.Id);
        var subscriptions = db.Subscriptions.AsNoTracking();
        if (before is { } last) subscriptions = subscriptions.Where(s => s.Id < last);
        var found = await subscriptions.OrderByDescending(s => s.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (items, next) = PageToken.Cut(request, found, size, s => new Place(s.Id));
        return new() { Subscriptions = { items.Select(Of) }, NextPageToken = next };
    }

    public override Task<Subscription> CancelSubscription(CancelSubscriptionRequest request, ServerCallContext context) => commands.RunAsync(
        context, request, request.RequestId, async () =>
        {
            var id = RunApi.IdOf("reportSubscriptions", request.Name);
            var subscription = await db.Subscriptions.SingleOrDefaultAsync(s => s.Id == id, context.CancellationToken) ?? throw Problems.NotFound("subscription", request.Name);
            subscription.Cancelled = true;
            commands.Audit(context, nameof(CancelSubscription), request.Name);
            return Of(subscription);
        });

    public override async Task<ListNotificationsResponse> ListNotifications(ListNotificationsRequest request, ServerCallContext context)
    {
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<Skipped>(request, request.PageToken)?.Count ?? 0);
        var caller = Access.Of(context).Caller;
        var (roles, unit) = (caller.Roles.Select(NameOf).ToArray(), caller.Unit ?? "");
        // Several subscriptions may have told the same.
        var told = db.Notifications.Where(n => roles.Contains(n.Role) && (n.Unit == "" || n.Unit == unit)).Select(n => new { n.ReportId, n.Time }).Distinct();
        var found = await told.Join(db.Reports, n => n.ReportId, r => r.Id, (n, r) => new { n.Time, r.Id, r.Kind, r.Title, r.Corrects })
            .OrderByDescending(n => n.Time).ThenBy(n => n.Id).Skip(after).Take(size + 1).ToListAsync(context.CancellationToken);
        var (items, next) = PageToken.Cut(request, found, size, _ => new Skipped(after + size));
        return new()
        {
            Notifications =
            {
                items.Select(n => new Notification
                {
                    Report = $"reports/{n.Id}", Kind = (ReportKind)(int)n.Kind, Title = n.Title, Time = n.Time.ToTimestamp(), Corrects = n.Corrects is { } wrong ? $"reports/{wrong}" : "",
                }),
            },
            NextPageToken = next,
        };
    }

    static string NameOf(Role role) => role.ToString().ToLowerInvariant();

    static Subscription Of(Reports.Subscription subscription) => new()
    {
        Name = $"reportSubscriptions/{subscription.Id:N}", Role = System.Enum.Parse<Role>(subscription.Role, ignoreCase: true), Unit = subscription.Unit,
        Kind = (ReportKind)(int)(subscription.Kind ?? 0), Cancelled = subscription.Cancelled,
    };

    sealed record Place(Guid Id);

    sealed record Skipped(int Count);
}
