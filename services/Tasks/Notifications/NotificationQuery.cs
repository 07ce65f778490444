using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Organization;
using Suite.Tasks.Reminders;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Notifications;

/// <summary>A notification as one account sees it.</summary>
public sealed record SeenNotification(Notification Notification, DateTimeOffset? ReadAt);

/// <summary>A reminder's place in the list of a notification.</summary>
public sealed record ReminderPlace(string Obligation, int Days);

/// <summary>The notifications of the desks a caller sits at, and of those the caller stands in for.</summary>
public sealed class NotificationQuery(TasksDbContext db, OrganizationBook organization, CityTime time)
{
    /// <summary>Newest first.</summary>
    /// <param name="before">Older than this one; null for all.</param>
    public async Task<IReadOnlyList<SeenNotification>> ListAsync(Caller caller, bool unread, Guid? before, int count, CancellationToken cancellation)
    {
        var mine = await MineAsync(caller, cancellation);
        if (unread) mine = mine.Where(n => !db.NotificationReads.Any(r => r.NotificationId == n.Id && r.Account == caller.Account));
        if (before is { } last) mine = mine.Where(n => n.Id.CompareTo(last) < 0);
        var found = from n in mine.OrderByDescending(n => n.Id).Take(count)
            join r in db.NotificationReads.Where(r => r.Account == caller.Account) on n.Id equals r.NotificationId into reads
            from read in reads.DefaultIfEmpty()
            orderby n.Id descending
            select new { Notification = n, ReadAt = (DateTimeOffset?)read.ReadAt };
        return [.. (await found.ToListAsync(cancellation)).Select(f => new SeenNotification(f.Notification, f.ReadAt))];
    }

    public async Task<int> CountUnreadAsync(Caller caller, CancellationToken cancellation) =>
        await (await MineAsync(caller, cancellation)).CountAsync(n => !db.NotificationReads.Any(r => r.NotificationId == n.Id && r.Account == caller.Account), cancellation);

    /// <exception cref="ProblemException">NOT_FOUND, also where it is somebody else's.</exception>
    public async Task<SeenNotification> GetAsync(Caller caller, Guid id, CancellationToken cancellation)
    {
        var found = await (await MineAsync(caller, cancellation)).SingleOrDefaultAsync(n => n.Id == id, cancellation)
            ?? throw Problems.NotVisible("Notification", Notification.NameOf(id));
        var read = await db.NotificationReads.AsNoTracking().SingleOrDefaultAsync(r => r.NotificationId == id && r.Account == caller.Account, cancellation);
        return new(found, read?.ReadAt);
    }

    /// <summary>Notes that the account has read it; the first time counts.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, also where it is somebody else's.</exception>
    public async Task<SeenNotification> ReadAsync(Caller caller, Guid id, CancellationToken cancellation)
    {
        await GetAsync(caller, id, cancellation);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO notification_read (notification_id, account, read_at) VALUES ({id}, {caller.Account}, {time.Now}) ON CONFLICT DO NOTHING", cancellation);
        return await GetAsync(caller, id, cancellation);
    }

    /// <summary>What a digest is about, in order of the obligations' keys.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, also where it is somebody else's.</exception>
    public async Task<IReadOnlyList<Reminder>> RemindersAsync(Caller caller, Guid id, ReminderPlace? after, int count, CancellationToken cancellation)
    {
        await GetAsync(caller, id, cancellation);
        var found = db.Reminders.AsNoTracking().Where(r => r.NotificationId == id);
        if (after is not null)
            found = found.Where(r => string.Compare(r.Obligation, after.Obligation) > 0 || (r.Obligation == after.Obligation && r.Days > after.Days));
        return await found.OrderBy(r => r.Obligation).ThenBy(r => r.Days).Take(count).ToListAsync(cancellation);
    }

    async Task<IQueryable<Notification>> MineAsync(Caller caller, CancellationToken cancellation)
    {
        var people = caller.Person is { } person ? await organization.ActingForAsync(ResourceNames.IdOf(person), cancellation) : [];
        var desks = Addressees.Of(caller, people).ToArray();
        return db.Notifications.AsNoTracking().Where(n => desks.Contains(n.Addressee));
    }
}
