using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Notifications;
using Suite.Tasks.Rules;
using Suite.Tasks.V1;
using Notification = Suite.Tasks.V1.Notification;
using NotificationKind = Suite.Tasks.V1.NotificationKind;
using Reminder = Suite.Tasks.V1.Reminder;
using SupervisionRule = Suite.Tasks.Rules.SupervisionRule;

namespace Suite.Tasks.Api;

sealed class NotificationApi(NotificationQuery query) : NotificationService.NotificationServiceBase
{
    const string Prefix = "notifications/";

    public override async Task<ListNotificationsResponse> ListNotifications(ListNotificationsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<IdKey>(request, request.PageToken);
        var found = await query.ListAsync(Access.Of(context).Caller, request.Unread, after?.Id, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, n => new IdKey(n.Notification.Id));
        return new() { Notifications = { page.Select(ToMessage) }, NextPageToken = next };
    }

    public override async Task<CountUnreadNotificationsResponse> CountUnreadNotifications(CountUnreadNotificationsRequest request, ServerCallContext context) =>
        new() { UnreadCount = await query.CountUnreadAsync(Access.Of(context).Caller, context.CancellationToken) };

    public override async Task<Notification> GetNotification(GetNotificationRequest request, ServerCallContext context) =>
        ToMessage(await query.GetAsync(Access.Of(context).Caller, IdOf(request.Name, "name"), context.CancellationToken));

    public override async Task<Notification> MarkNotificationRead(MarkNotificationReadRequest request, ServerCallContext context) =>
        ToMessage(await query.ReadAsync(Access.Of(context).Caller, IdOf(request.Name, "name"), context.CancellationToken));

    public override async Task<ListRemindersResponse> ListReminders(ListRemindersRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<ReminderPlace>(request, request.PageToken);
        var found = await query.RemindersAsync(Access.Of(context).Caller, IdOf(request.Parent, "parent"), after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, r => new ReminderPlace(r.Obligation, r.Days));
        return new() { Reminders = { page.Select(ToMessage) }, NextPageToken = next };
    }

    public static Notification ToMessage(SeenNotification seen) => new()
    {
        Name = seen.Notification.Name, Addressee = seen.Notification.Addressee, Kind = (NotificationKind)seen.Notification.Kind, Title = seen.Notification.Title,
        Body = seen.Notification.Body, ItemCount = seen.Notification.ItemCount, CreateTime = seen.Notification.CreatedAt.ToTimestamp(),
        ReadTime = seen.ReadAt?.ToTimestamp(),
    };

    static Reminder ToMessage(Reminders.Reminder reminder) => new()
    {
        Kind = (ObligationKind)reminder.Kind, Resource = reminder.Resource, Unit = ResourceNames.Unit(reminder.UnitId), UnitDisplayName = reminder.UnitName,
        DueDate = CityTime.Text(reminder.DueOn), Days = reminder.Days, Rule = SupervisionRule.NameOf(RuleKind.Reminder, reminder.RuleVersion),
    };

    static Guid IdOf(string name, string field) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(name[Prefix.Length..], "N", out var id)
            ? id
            : throw Problems.InvalidField(field, "must be notifications/{notification}.");

    sealed record IdKey(Guid Id);
}
